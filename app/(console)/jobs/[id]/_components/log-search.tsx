'use client';

import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import { useTypedBefore } from '@/components/ui/use-typed-before';
import type { LogFinds } from '@/lib/jobs/queries/job-log';
import classes from './log.module.css';

const PAUSE_MS = 250;

interface LogSearchProps {
  value: string;
  onChange: (value: string) => void;
  finds: LogFinds | undefined;
  /** Which of the finds it stands at. */
  current: number;
  onMove: (by: 1 | -1) => void;
  failed: boolean;
}

/** Looks within the log: how often, and from one place to the next with Enter and Shift+Enter; `/` leads here. */
export function LogSearch({ value, onChange, finds, current, onMove, failed }: LogSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed otherwise, by the browser's back.
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  useTypedBefore(field, text, setText);
  useShortcut({
    keys: '/',
    label: 'Search in the log',
    group: 'This page',
    run: () => field.current?.select(),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (text === value) onMove(event.shiftKey ? -1 : 1);
      else onChange(text);
    }
    if (event.key === 'Escape') {
      onChange('');
      setText('');
      field.current?.blur();
    }
  };
  const none = finds?.indexes.length === 0;
  return (
    <div className={classes.search}>
      <TextInput
        ref={field}
        className={classes.field}
        type="search"
        aria-label="Search in the log"
        placeholder="Search in the log"
        leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
        rightSection={
          text ? (
            <CloseButton
              size="xs"
              aria-label="Clear the search"
              onClick={() => {
                setText('');
                onChange('');
              }}
            />
          ) : null
        }
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? null : (
        <>
          <span className={`number ${classes.count}`} role="status">
            {failed ? 'Took too long' : countText(finds, current)}
          </span>
          <ActionIcon aria-label="Previous match" disabled={!finds || none} onClick={() => onMove(-1)}>
            <IconChevronUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label="Next match" disabled={!finds || none} onClick={() => onMove(1)}>
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  );
}

function countText(finds: LogFinds | undefined, current: number): string {
  if (!finds) return '…';
  const { indexes, more } = finds;
  if (indexes.length === 0) return 'None';
  return `${(current + 1).toLocaleString('en-GB')} of ${indexes.length.toLocaleString('en-GB')}${more ? '+' : ''}`;
}

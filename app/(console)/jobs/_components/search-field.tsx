'use client';

import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import { useTypedBefore } from '@/components/ui/use-typed-before';
import classes from './filters.module.css';

const PAUSE_MS = 300;

/** Searches a moment after the last key; `/` on the page leads here. */
export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed otherwise, by "Clear" or by the browser's back.
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
  useShortcut({ keys: '/', label: 'Search', group: 'This list', run: () => field.current?.focus() });
  return (
    <TextInput
      ref={field}
      className={classes.search}
      type="search"
      aria-label="Search in name and error, args.path:value, log:words, or a whole id"
      placeholder="Name, error, id, args.x:1, log:x"
      title="Words of name or error · args.site.id:42 · log:timeout or log:&quot;timed out&quot; · a whole id"
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
      rightSection={
        text ? <CloseButton size="xs" aria-label="Clear the search" onClick={() => onChange('')} /> : null
      }
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

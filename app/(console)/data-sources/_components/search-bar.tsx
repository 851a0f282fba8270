import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTypedBefore } from '@/components/ui/use-typed-before';
import classes from './data-source.module.css';

const TYPING_PAUSE_MS = 250;

interface SearchBarProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
}

/** Searches a moment after the last key. */
export function SearchBar({ label, placeholder, value, onChange }: SearchBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((text: string) => {
    setTold(text);
    onChange(text);
  }, TYPING_PAUSE_MS);
  // The address changed from elsewhere: "Clear the filter", or back.
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  const type = (text: string) => {
    setTyped(text);
    tell(text);
  };
  useTypedBefore(field, typed, type);
  return (
    <search className={classes.bar}>
      <TextInput
        ref={field}
        className={classes.search}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          typed ? <CloseButton size="xs" aria-label="Clear the search" onClick={() => onChange('')} /> : null
        }
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </search>
  );
}

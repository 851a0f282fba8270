import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import classes from './audit-filters.module.css';

const TYPING_PAUSE_MS = 250;

interface LazyTextProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
}

/** A field that tells what was typed a moment after the last key. */
export function LazyText({ label, placeholder, value, onChange }: LazyTextProps) {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((text: string) => {
    setTold(text);
    onChange(text);
  }, TYPING_PAUSE_MS);
  // The address changed from elsewhere: a link, or back.
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  return (
    <TextInput
      className={classes.select}
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}

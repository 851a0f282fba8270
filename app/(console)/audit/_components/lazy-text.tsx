import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTypedBefore } from '@/components/ui/use-typed-before';
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
  const field = useRef<HTMLInputElement>(null);
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
  const type = (text: string) => {
    setTyped(text);
    tell(text.trim());
  };
  useTypedBefore(field, typed, type);
  return (
    <TextInput
      ref={field}
      className={classes.select}
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

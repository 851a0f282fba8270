import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTypedBefore } from '@/components/ui/use-typed-before';
import type { ScheduleState } from '@/lib/schedules/schedule-states';
import classes from './schedule-filters.module.css';

const TYPING_PAUSE_MS = 250;
const CHOICES = [
  { value: null, label: 'In force' },
  { value: 'active', label: 'Active' },
  { value: 'paused', label: 'Paused' },
  { value: 'ended', label: 'Ended' },
] as const;

interface ScheduleFiltersProps {
  state: ScheduleState | null;
  search: string;
  onChange: (change: { state?: ScheduleState | null; q?: string }) => void;
}

/** Narrows the list by state and by words of the name or the runner. */
export function ScheduleFilters({ state, search, onChange }: ScheduleFiltersProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search);
  const [told, setTold] = useState(search);
  const tell = useDebouncedCallback((text: string) => {
    setTold(text);
    onChange({ q: text });
  }, TYPING_PAUSE_MS);
  // The URL changed from elsewhere: "Clear the filter", or back.
  if (search !== told) {
    setTold(search);
    setTyped(search);
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
        aria-label="Search schedules"
        placeholder="Name or runner"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <fieldset className={classes.states} aria-label="State">
        {CHOICES.map(({ value, label }) => (
          <button
            key={label}
            type="button"
            className={classes.state}
            aria-pressed={state === value}
            onClick={() => onChange({ state: value })}
          >
            {label}
          </button>
        ))}
      </fieldset>
    </search>
  );
}

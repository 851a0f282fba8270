import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
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
  return (
    <search className={classes.bar}>
      <TextInput
        className={classes.search}
        aria-label="Search schedules"
        placeholder="Name or runner"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          tell(event.currentTarget.value);
        }}
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

import { Button, CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { timeWords, WINDOW_WORDS } from '@/components/job/filter-parts';
import { useInBrowser } from '@/components/time/use-now';
import { Dropdown } from '@/components/ui/dropdown';
import type { JobFilter, TimeOfJob, TimeWindow } from '@/lib/jobs/job-filter';
import type { JobsParams } from '../search-params';
import classes from './dropdown-list.module.css';
import own from './filters.module.css';

const TIMES: { value: TimeOfJob; label: string }[] = [
  { value: 'created', label: 'Created' },
  { value: 'started', label: 'Started' },
  { value: 'completed', label: 'Ended' },
];

interface TimeControlProps {
  filter: JobFilter;
  onChange: (part: Partial<JobsParams>) => void;
}

/** The window of time that the list shows, always in sight: which of a job's times, and from when to when. */
export function TimeControl({ filter, onChange }: TimeControlProps) {
  const [opened, setOpened] = useState(false);
  // Moments are told in the reader's zone, which the server does not know.
  const inBrowser = useInBrowser();
  const isExact = filter.from !== null || filter.to !== null;
  const words = isExact && !inBrowser ? '…' : timeWords(filter);
  const label = TIMES.find(({ value }) => value === filter.timeOf)?.label;
  const choose = (time: TimeWindow | null) => {
    onChange({ time, from: null, to: null, ...(time ? {} : { of: 'created' as const }) });
    setOpened(false);
  };
  return (
    <Dropdown
      opened={opened}
      onChange={setOpened}
      label="Time"
      button={
        <span className={own.joined}>
          <Button
            variant="default"
            leftSection={<IconClock size={14} aria-hidden />}
            onClick={() => setOpened(!opened)}
            aria-expanded={opened}
          >
            {words ? `${label} ${words}` : 'Any time'}
          </Button>
          {words ? <CloseButton size="sm" aria-label="Remove the time" onClick={() => choose(null)} /> : null}
        </span>
      }
    >
      <div className={classes.dropdown}>
        <SegmentedControl
          fullWidth
          aria-label="Which time"
          data={TIMES}
          value={filter.timeOf}
          onChange={(of) => onChange({ of: of as TimeOfJob })}
        />
        <ul className={classes.list}>
          {(Object.keys(WINDOW_WORDS) as TimeWindow[]).map((window) => (
            <li key={window}>
              <button type="button" className={classes.item} onClick={() => choose(window)}>
                In the {WINDOW_WORDS[window]}
              </button>
            </li>
          ))}
        </ul>
        <Moment label="From" value={filter.from} onChange={(from) => onChange({ from, time: null })} />
        <Moment label="To" value={filter.to} onChange={(to) => onChange({ to, time: null })} />
      </div>
    </Dropdown>
  );
}

function Moment(props: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  const { label, value, onChange } = props;
  return (
    <TextInput
      type="datetime-local"
      label={label}
      mt={6}
      defaultValue={value ? localText(value) : ''}
      onBlur={(event) => {
        const ms = Date.parse(event.currentTarget.value);
        const next = Number.isNaN(ms) ? null : new Date(ms).toISOString();
        if (next !== value) onChange(next);
      }}
    />
  );
}

/** A moment as an input of local time takes it, to the minute. */
function localText(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

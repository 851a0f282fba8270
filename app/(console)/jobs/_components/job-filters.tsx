'use client';

import { Button, CloseButton, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { shortId } from '@/components/ui/short-id';
import { isFiltered, type JobFilter, type TimeWindow } from '@/lib/jobs/job-filter';
import { jobFacetsOptions } from '@/lib/jobs/query-options';
import type { JobsParams } from '../search-params';
import classes from './filters.module.css';
import { SearchField } from './search-field';

const WINDOWS: { value: TimeWindow | ''; label: string }[] = [
  { value: '', label: 'Any time' },
  { value: '1h', label: 'Last hour' },
  { value: '24h', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
];

interface JobFiltersProps {
  params: JobsParams;
  filter: JobFilter;
  onChange: (part: Partial<JobsParams>) => void;
  onClear: () => void;
}

/** Everything the list can be narrowed by, but the status. */
export function JobFilters({ params, filter, onChange, onClear }: JobFiltersProps) {
  const { data: facets } = useQuery(jobFacetsOptions());
  const queues = (facets?.queues ?? []).map((queue) => ({ value: queue, label: queue }));
  const runners = (facets?.runners ?? []).map(({ key, label }) => ({ value: key, label }));
  return (
    <search className={classes.filters}>
      <SearchField value={params.q} onChange={(q) => onChange({ q })} />
      <NativeSelect
        className={classes.select}
        aria-label="Queue"
        data={[{ value: '', label: 'Any queue' }, ...withCurrent(queues, params.queue)]}
        value={params.queue ?? ''}
        onChange={(event) => onChange({ queue: event.currentTarget.value || null })}
      />
      <NativeSelect
        className={classes.select}
        aria-label="Runner"
        data={[{ value: '', label: 'Any runner' }, ...withCurrent(runners, params.runner)]}
        value={params.runner ?? ''}
        onChange={(event) => onChange({ runner: event.currentTarget.value || null })}
      />
      <NativeSelect
        className={classes.select}
        aria-label="Created"
        data={WINDOWS}
        value={params.time ?? ''}
        onChange={(event) =>
          onChange({ time: WINDOWS.find(({ value }) => value === event.currentTarget.value)?.value || null })
        }
      />
      {filter.object ? (
        <Fixed
          label={`About ${filter.object.type} ${shortId(filter.object.id)}`}
          onRemove={() => onChange({ object: null })}
        />
      ) : null}
      {filter.scheduleId ? (
        <Fixed
          label={`Schedule ${shortId(filter.scheduleId)}`}
          onRemove={() => onChange({ schedule: null })}
        />
      ) : null}
      {isFiltered(filter) ? (
        <Button variant="subtle" color="gray" onClick={onClear}>
          Clear
        </Button>
      ) : null}
    </search>
  );
}

type Choice = { value: string; label: string };

// What the address asks for stays visible, also when no job has it any more.
const withCurrent = (choices: Choice[], current: string | null): Choice[] =>
  current === null || choices.some(({ value }) => value === current)
    ? choices
    : [...choices, { value: current, label: current }];

function Fixed({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <span className={classes.fixed}>
      {label}
      <CloseButton size="xs" aria-label={`Remove the filter: ${label}`} onClick={onRemove} />
    </span>
  );
}

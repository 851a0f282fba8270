'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { StatusIcon } from '@/components/job/status-icon';
import { ToggleChip } from '@/components/ui/toggle-chip';
import type { JobFilter } from '@/lib/jobs/job-filter';
import { jobCountsOptions } from '@/lib/jobs/query-options';
import { ALL_STATUSES, JOB_STATUSES, type JobStatus } from '@/lib/jobs/status';
import classes from './filters.module.css';

const COUNT_LIMIT = 10_000;

interface StatusFilterProps {
  filter: JobFilter;
  onChange: (statuses: JobStatus[]) => void;
}

/** The statuses with how many jobs have each, as switches: none pressed shows all. */
export function StatusFilter({ filter, onChange }: StatusFilterProps) {
  const { data: counts } = useQuery({ ...jobCountsOptions(filter), placeholderData: keepPreviousData });
  const toggle = (status: JobStatus) => {
    const others = filter.statuses.filter((other) => other !== status);
    onChange(others.length === filter.statuses.length ? [...others, status] : others);
  };
  return (
    <fieldset className={classes.statuses} aria-label="Filter by status">
      <ToggleChip pressed={filter.statuses.length === 0} onClick={() => onChange([])}>
        All
      </ToggleChip>
      {ALL_STATUSES.map((status) => (
        <ToggleChip
          key={status}
          pressed={filter.statuses.includes(status)}
          count={counts ? countText(counts[status]) : ''}
          onClick={() => toggle(status)}
        >
          <StatusIcon status={status} size={14} />
          {JOB_STATUSES[status].label}
        </ToggleChip>
      ))}
    </fieldset>
  );
}

const countText = (count: number): string =>
  count > COUNT_LIMIT ? `${COUNT_LIMIT.toLocaleString('en-GB')}+` : count.toLocaleString('en-GB');

'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { filterParts } from '@/components/job/filter-parts';
import { isFiltered, type JobFilter } from '@/lib/jobs/job-filter';
import { jobFacetsOptions } from '@/lib/jobs/query-options';
import type { JobsParams } from '../search-params';
import { AddFilter } from './add-filter';
import { ColumnMenu } from './column-menu';
import { ExportMenu } from './export-menu';
import { FilterChip } from './filter-chip';
import classes from './filters.module.css';
import { SearchField } from './search-field';
import { TimeControl } from './time-control';

interface JobFiltersProps {
  params: JobsParams;
  filter: JobFilter;
  onChange: (part: Partial<JobsParams>) => void;
  onClear: () => void;
}

/** Everything the list can be narrowed by, but the status: what is set stands here as a chip that can be taken away. */
export function JobFilters({ params, filter, onChange, onClear }: JobFiltersProps) {
  const { data: facets } = useQuery(jobFacetsOptions());
  const parts = filterParts(filter, facets);
  return (
    <search className={classes.filters}>
      <SearchField value={params.q} onChange={(q) => onChange({ q })} />
      <AddFilter facets={facets} onAdd={onChange} />
      <TimeControl filter={filter} onChange={onChange} />
      {parts.map(({ key, ...part }) =>
        key === 'status' || key === 'search' || key === 'time' || key === 'ids' ? null : (
          <FilterChip key={key} {...part} onRemove={() => onChange({ [key]: null })} />
        ),
      )}
      {isFiltered(filter) ? (
        <Button variant="subtle" color="gray" onClick={onClear}>
          Clear
        </Button>
      ) : null}
      <span className={classes.end}>
        <ExportMenu filter={filter} />
        <ColumnMenu columns={params.columns} onChange={(columns) => onChange({ columns })} />
      </span>
    </search>
  );
}

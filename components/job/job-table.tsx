'use client';

import { type ReactNode, useRef } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import type { Selection } from '@/components/data-table/selection';
import { useRowKeys } from '@/components/data-table/use-row-keys';
import type { JobFilter } from '@/lib/jobs/job-filter';
import { canSort, isDescending, type JobSort, NEWEST_FIRST, sortKey } from '@/lib/jobs/job-sort';
import type { ShownJobs } from '@/lib/jobs/query-options';
import { chosenColumns, type JobColumn } from './job-columns';
import { JobDetailCell } from './job-detail-cell';
import classes from './job-list.module.css';
import { SelectionBar } from './selection-bar';
import { StatusBadge } from './status-badge';
import { type JobSelection, useJobSelection } from './use-job-selection';

type Row = ShownJobs['rows'][number];

export interface JobTableProps {
  rows: readonly Row[];
  filter: JobFilter;
  sort?: JobSort;
  /** The address of this list in another order; without it the headers are no links. */
  hrefSorted?: (sort: JobSort) => string;
  /** Which columns, by key; none: the usual ones. */
  columns?: readonly string[];
  /** Columns that say nothing on this page, by key. */
  without?: readonly string[];
  /** Rows can be picked, by mouse and keyboard, and acted on together. */
  selectable?: boolean;
}

/** The rows of a list of jobs. */
export function JobTable(props: JobTableProps) {
  return props.selectable ? <SelectableTable {...props} /> : <PlainTable {...props} />;
}

function SelectableTable(props: JobTableProps) {
  const { rows, filter } = props;
  const list = useRef<HTMLDivElement>(null);
  const selection = useJobSelection(
    filter,
    rows.filter(({ gone }) => !gone).map(({ id }) => id),
  );
  useRowKeys(list, selection.toggle);
  return (
    <div ref={list}>
      <PlainTable {...props} selection={selectionOf(selection)} />
      <SelectionBar filter={filter} selection={selection} />
    </div>
  );
}

const selectionOf = ({ isSelected, toggle, page, togglePage }: JobSelection): Selection<Row> => ({
  isSelected: ({ id }) => isSelected(id),
  onToggle: ({ id }, range) => toggle(id, range),
  all: page,
  onToggleAll: togglePage,
  nameOf: ({ name }) => name,
  label: 'Select all jobs of this page',
});

function PlainTable(props: JobTableProps & { selection?: Selection<Row> }): ReactNode {
  const { rows, filter, sort = NEWEST_FIRST, hrefSorted, columns = [], without = [], selection } = props;
  const belongs = (job: Row) =>
    !job.gone && (filter.statuses.length === 0 || filter.statuses.includes(job.status));
  return (
    <DataTable
      label="Jobs"
      columns={chosenColumns(columns)
        .filter(({ key }) => !without.includes(key))
        .map((column) => (hrefSorted ? sortable(column, filter, sort, hrefSorted) : column))}
      rows={rows}
      rowKey={(job) => job.id}
      rowHref={(job) => `/jobs/${job.id}`}
      linkColumn="name"
      faded={(job) => !belongs(job)}
      phoneLine={(job) => <PhoneLine job={job} columns={columns} />}
      selection={selection}
    />
  );
}

/** Below the name on a phone: how the job is, or what the chosen columns say. */
function PhoneLine({ job, columns }: { job: Row; columns: readonly string[] }) {
  return (
    <span className={classes.running}>
      {columns.length === 0 ? (
        <>
          <StatusBadge status={job.status} reason={job.reason} />
          <JobDetailCell job={job} />
        </>
      ) : (
        chosenColumns(columns)
          .filter(({ key }) => key !== 'name')
          .map(({ key, header, render }) => (
            <span key={key} className={classes.part} title={header}>
              {render(job)}
            </span>
          ))
      )}
    </span>
  );
}

/** A press sorts by the column, the longest or newest first; another press turns it round. */
function sortable(
  column: JobColumn,
  { statuses }: JobFilter,
  sort: JobSort,
  hrefSorted: (sort: JobSort) => string,
): JobColumn {
  const { sortKey: key } = column;
  if (!key || !canSort(statuses, key)) return column;
  const isCurrent = sortKey(sort) === key;
  return {
    ...column,
    sort: {
      href: hrefSorted(isCurrent && isDescending(sort) ? key : `-${key}`),
      direction: isCurrent ? (isDescending(sort) ? 'descending' : 'ascending') : 'none',
    },
  };
}

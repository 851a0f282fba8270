'use client';

import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BulkButtons } from '@/components/bulk/bulk-buttons';
import { jobsOf } from '@/components/bulk/bulk-words';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import type { JobFilter } from '@/lib/jobs/job-filter';
import { jobCountsOptions } from '@/lib/jobs/query-options';
import { ALL_STATUSES } from '@/lib/jobs/status';
import classes from './selection-bar.module.css';
import type { JobSelection } from './use-job-selection';

const COUNT_LIMIT = 10_000;

/** What is picked and what can be done with it; it lies over the list, so that no row moves. */
export function SelectionBar({ filter, selection }: { filter: JobFilter; selection: JobSelection }) {
  const { data: counts } = useQuery(jobCountsOptions(filter));
  const isEmpty = selection.count === 0 && !selection.everything;
  useShortcut({
    keys: 'Escape',
    label: 'Drop the selection',
    group: 'This list',
    run: selection.clear,
    enabled: !isEmpty,
  });
  if (isEmpty) return null;
  const wanted = filter.statuses.length > 0 ? filter.statuses : ALL_STATUSES;
  const total = counts ? wanted.reduce((sum, status) => sum + counts[status], 0) : null;
  const matching =
    total === null
      ? 'all'
      : total > COUNT_LIMIT
        ? `all ${COUNT_LIMIT.toLocaleString('en-GB')}+`
        : `all ${total.toLocaleString('en-GB')}`;
  return (
    <div className={classes.place}>
      <section className={classes.bar} aria-label="Selected jobs">
        <span className="number" role="status">
          {selection.everything ? `${capital(matching)} that match` : `${jobsOf(selection.count)} selected`}
        </span>
        {selection.everything || total === selection.count ? null : (
          <Button variant="subtle" size="compact-xs" onClick={selection.selectEverything}>
            Select {matching} that match
          </Button>
        )}
        <div className={classes.verbs}>
          <BulkButtons filter={selection.filter} onStarted={selection.clear} />
        </div>
        <CloseButton
          className={classes.drop}
          size="sm"
          aria-label="Drop the selection"
          onClick={selection.clear}
        />
      </section>
    </div>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Pager } from '@/components/data-table/pager';
import { Region } from '@/components/ui/region';
import type { JobCursor } from '@/lib/jobs/job-filter';
import { type JobSort, NEWEST_FIRST, SORT_WORDS } from '@/lib/jobs/job-sort';
import { fetchJobs, jobsOptions } from '@/lib/jobs/query-options';
import { CutNotice } from './cut-notice';
import classes from './job-list.module.css';
import { JobTable, type JobTableProps } from './job-table';
import { NewJobsPill } from './new-jobs-pill';

interface JobListProps extends Omit<JobTableProps, 'rows'> {
  cursor: JobCursor;
  /** The address of this list at another page. */
  hrefAt: (cursor: JobCursor) => string;
  /** What stands here when no job passes the filter. */
  empty: ReactNode;
}

/** A live, paged list of jobs. Rows are renewed in place; new ones wait behind a pill. */
export function JobList({ cursor, hrefAt, empty, ...table }: JobListProps) {
  const { filter, sort = NEWEST_FIRST } = table;
  const options = jobsOptions(filter, cursor, sort);
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  const queryClient = useQueryClient();
  const showNew = async () => {
    await queryClient.cancelQueries({ queryKey: options.queryKey });
    queryClient.setQueryData(options.queryKey, await fetchJobs(filter, cursor, sort));
  };
  return (
    <Region query={query} what="the jobs">
      {(page) => (
        <div
          className={query.isPlaceholderData ? classes.pending : undefined}
          aria-busy={query.isPlaceholderData}
        >
          {page.rows.length === 0 && !page.cut ? (
            empty
          ) : (
            <>
              <NewJobsPill count={query.isPlaceholderData ? 0 : page.fresh} onShow={() => void showNew()} />
              <JobTable rows={page.rows} {...table} />
              <CutNotice cut={page.cut} hrefAt={hrefAt} />
              <Pager
                newer={page.hasNewer ? hrefAt({ olderThan: null, newerThan: page.edges.first }) : null}
                older={
                  page.hasOlder
                    ? hrefAt({ olderThan: page.edges.last ?? page.cut?.place ?? null, newerThan: null })
                    : null
                }
                words={wordsOf(sort)}
              >
                {page.rows.length} {page.rows.length === 1 ? 'job' : 'jobs'}, {SORT_WORDS[sort]}
              </Pager>
            </>
          )}
        </div>
      )}
    </Region>
  );
}

function wordsOf(sort: JobSort): readonly [string, string] {
  if (sort === NEWEST_FIRST) return ['Newer', 'Older'];
  return sort === 'created' ? ['Older', 'Newer'] : ['Back', 'On'];
}

'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { Pager } from '@/components/data-table/pager';
import { Region } from '@/components/ui/region';
import type { JobCursor, JobFilter } from '@/lib/jobs/job-filter';
import { type JobSort, NEWEST_FIRST, SORT_WORDS } from '@/lib/jobs/job-sort';
import { fetchJobs, jobsOptions, type ShownJobs } from '@/lib/jobs/query-options';
import { CutNotice } from './cut-notice';
import { jobColumns } from './job-columns';
import { JobDetailCell } from './job-detail-cell';
import classes from './job-list.module.css';
import { NewJobsPill } from './new-jobs-pill';
import { StatusBadge } from './status-badge';

interface JobListProps {
  filter: JobFilter;
  cursor: JobCursor;
  sort?: JobSort;
  /** The address of this list at another page. */
  hrefAt: (cursor: JobCursor) => string;
  /** What stands here when no job passes the filter. */
  empty: ReactNode;
  /** Columns that say nothing on this page, by key. */
  without?: readonly string[];
}

/** A live, paged list of jobs. Rows are renewed in place; new ones wait behind a pill. */
export function JobList({ filter, cursor, sort = NEWEST_FIRST, hrefAt, empty, without = [] }: JobListProps) {
  const options = jobsOptions(filter, cursor, sort);
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  const queryClient = useQueryClient();
  const showNew = async () => {
    await queryClient.cancelQueries({ queryKey: options.queryKey });
    queryClient.setQueryData(options.queryKey, await fetchJobs(filter, cursor, sort));
  };
  const belongs = (job: ShownJobs['rows'][number]) =>
    !job.gone && (filter.statuses.length === 0 || filter.statuses.includes(job.status));
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
              <DataTable
                label="Jobs"
                columns={jobColumns.filter(({ key }) => !without.includes(key))}
                rows={page.rows}
                rowKey={(job) => job.id}
                rowHref={(job) => `/jobs/${job.id}`}
                linkColumn="name"
                faded={(job) => !belongs(job)}
                phoneLine={(job) => (
                  <span className={classes.running}>
                    <StatusBadge status={job.status} reason={job.reason} />
                    <JobDetailCell job={job} />
                  </span>
                )}
              />
              <CutNotice cut={page.cut} hrefAt={hrefAt} />
              <Pager
                newer={page.hasNewer ? hrefAt({ olderThan: null, newerThan: page.edges.first }) : null}
                older={
                  page.hasOlder
                    ? hrefAt({ olderThan: page.edges.last ?? page.cut?.place ?? null, newerThan: null })
                    : null
                }
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

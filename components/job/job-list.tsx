'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { Pager } from '@/components/data-table/pager';
import { RelativeTime } from '@/components/time/relative-time';
import { Region } from '@/components/ui/region';
import { FIRST_PAGE, type JobCursor, type JobFilter, SCAN_LIMIT } from '@/lib/jobs/job-filter';
import { fetchJobs, jobsOptions, type ShownJobs } from '@/lib/jobs/query-options';
import { jobColumns } from './job-columns';
import { JobDetailCell } from './job-detail-cell';
import classes from './job-list.module.css';
import { NewJobsPill } from './new-jobs-pill';
import { StatusBadge } from './status-badge';

interface JobListProps {
  filter: JobFilter;
  cursor: JobCursor;
  /** The address of this list at another page. */
  hrefAt: (cursor: JobCursor) => string;
  /** What stands here when no job passes the filter. */
  empty: ReactNode;
  /** Columns that say nothing on this page, by key. */
  without?: readonly string[];
}

/** A live, paged list of jobs. Rows are renewed in place; new ones wait behind a pill. */
export function JobList({ filter, cursor, hrefAt, empty, without = [] }: JobListProps) {
  const options = jobsOptions(filter, cursor);
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  const queryClient = useQueryClient();
  const showNew = async () => {
    await queryClient.cancelQueries({ queryKey: options.queryKey });
    queryClient.setQueryData(options.queryKey, await fetchJobs(filter, cursor));
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
              <CutNotice page={page} hrefAt={hrefAt} />
              <Pager
                newer={page.hasNewer ? hrefAt(newerOf(page)) : null}
                older={page.hasOlder ? hrefAt(olderOf(page)) : null}
              >
                {page.rows.length} {page.rows.length === 1 ? 'job' : 'jobs'}, newest first
              </Pager>
            </>
          )}
        </div>
      )}
    </Region>
  );
}

function CutNotice({ page, hrefAt }: { page: ShownJobs; hrefAt: JobListProps['hrefAt'] }) {
  if (!page.cut) return null;
  return (
    <div className={classes.notice} role="status">
      <span>
        The search looked through {SCAN_LIMIT.toLocaleString('en-GB')} jobs, to those made{' '}
        <RelativeTime at={page.cut.at} />, and stopped there.
      </span>
      <Link href={hrefAt({ olderThan: page.cut.id, newerThan: null })}>Look further back</Link>
    </div>
  );
}

const olderOf = ({ rows, cut }: ShownJobs): JobCursor => ({
  olderThan: rows.at(-1)?.id ?? cut?.id ?? null,
  newerThan: null,
});

const newerOf = ({ rows }: ShownJobs): JobCursor =>
  rows[0] ? { olderThan: null, newerThan: rows[0].id } : FIRST_PAGE;

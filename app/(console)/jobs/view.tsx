'use client';

import { useQueryStates } from 'nuqs';
import { JobList } from '@/components/job/job-list';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyFace } from '@/components/ui/empty-face';
import { LinkButton } from '@/components/ui/link-button';
import { NoMatchFace } from '@/components/ui/no-match-face';
import { isFiltered } from '@/lib/jobs/job-filter';
import { JobFilters } from './_components/job-filters';
import { JobsTitle } from './_components/jobs-title';
import { StatusFilter } from './_components/status-filter';
import { isChanged, type ListState, ViewTabs } from './_components/view-tabs';
import { cursorOf, filterOf, type JobsParams, jobsHref, jobsParams, sortOf } from './search-params';

/** Every job there is, newest first, narrowed by what the address says. */
export function JobsView() {
  const [params, setParams] = useQueryStates(jobsParams, { history: 'push' });
  const filter = filterOf(params);
  // Another filter is another list: it begins at its newest job again.
  const change = (part: Partial<JobsParams>) => void setParams({ ...part, older: null, newer: null });
  const state: ListState = { filter, sort: sortOf(params), columns: params.columns };
  const clear = () => void setParams(null);
  return (
    <>
      <JobsTitle state={state} />
      <PageHeader title="Jobs" actions={<LinkButton href="/jobs/bulk">Bulk operations</LinkButton>} />
      <ViewTabs state={state} changed={isChanged(state)} />
      <JobFilters params={params} filter={filter} onChange={change} onClear={clear} />
      <StatusFilter filter={filter} onChange={(status) => change({ status })} />
      <JobList
        filter={filter}
        cursor={cursorOf(params)}
        sort={sortOf(params)}
        columns={params.columns}
        hrefSorted={(sort) => jobsHref('/jobs', { ...params, sort, older: null, newer: null })}
        selectable
        hrefAt={({ olderThan, newerThan }) =>
          jobsHref('/jobs', { ...params, older: olderThan, newer: newerThan })
        }
        empty={
          isFiltered(filter) ? (
            <NoMatchFace title="No job passes this filter" onClear={clear}>
              Jobs there may be, but none with all of these properties.
            </NoMatchFace>
          ) : (
            <EmptyFace title="No jobs yet">
              A job appears here as soon as something enqueues one: <b>Sync now</b> on a data source, a
              schedule that falls due, or <code>MyJob.enqueue()</code> in a plugin.
            </EmptyFace>
          )
        }
      />
    </>
  );
}

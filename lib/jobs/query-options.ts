import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import { type JobCursor, type JobFilter, jobsQuery } from './job-filter';
import { type JobSort, NEWEST_FIRST } from './job-sort';
import type { JobCounts } from './queries/count-jobs';
import type { JobArgsForm } from './queries/job-args-form';
import type { JobDetail } from './queries/job-detail';
import type { JobFacets } from './queries/job-facets';
import type { JobSummary } from './queries/job-summary';
import type { JobPage } from './queries/list-jobs';
import type { JobRefresh } from './queries/refresh-jobs';
import type { RelatedJobs } from './queries/related-jobs';
import type { WhyWaiting } from './why-waiting';

/** A page of jobs as it stands on screen: its rows stay where they are until somebody asks for the new ones. */
export interface ShownJobs extends Omit<JobPage, 'rows'> {
  rows: (JobSummary & { gone?: boolean })[];
  /** Jobs that a new look at the page would add. */
  fresh: number;
}

/** A page of the filtered list. A renewal updates the rows on screen in place and counts what is new. */
export const jobsOptions = (filter: JobFilter, cursor: JobCursor, sort: JobSort = NEWEST_FIRST) =>
  queryOptions({
    queryKey: ['jobs', 'page', filter, cursor, sort],
    queryFn: async ({ client, queryKey, signal }): Promise<ShownJobs> => {
      const shown = client.getQueryData<ShownJobs>(queryKey);
      return shown ? renew(shown, filter, cursor, sort, signal) : fetchJobs(filter, cursor, sort, signal);
    },
  });

/** A page of the filtered list as it is now, whatever is on screen. */
export async function fetchJobs(
  filter: JobFilter,
  cursor: JobCursor,
  sort: JobSort,
  signal?: AbortSignal,
): Promise<ShownJobs> {
  return showJobs(await fetchJson<JobPage>(`/api/jobs?${jobsQuery(filter, cursor, sort)}`, signal));
}

/** A page that was just read, as it first stands on screen. */
export const showJobs = (page: JobPage): ShownJobs => ({ ...page, fresh: 0 });

async function renew(
  shown: ShownJobs,
  filter: JobFilter,
  cursor: JobCursor,
  sort: JobSort,
  signal: AbortSignal,
): Promise<ShownJobs> {
  // An empty page has no row that could move.
  if (shown.rows.length === 0) return fetchJobs(filter, cursor, sort, signal);
  const query = jobsQuery(filter, cursor, sort);
  query.set('shown', shown.rows.map(({ id }) => id).join(','));
  const refresh = await fetchJson<JobRefresh>(`/api/jobs?${query}`, signal);
  const byId = new Map(refresh.rows.map((row) => [row.id, row]));
  return {
    ...refresh,
    // The pages on both sides begin where the rows on screen were when they were read.
    edges: shown.edges,
    rows: shown.rows.map((row) => byId.get(row.id) ?? { ...row, gone: true }),
  };
}

/** Jobs by status that pass the rest of the filter. */
export const jobCountsOptions = (filter: JobFilter) => {
  const rest = { ...filter, statuses: [] };
  return queryOptions({
    queryKey: ['jobs', 'counts', rest],
    queryFn: ({ signal }) => fetchJson<JobCounts>(`/api/jobs/counts?${jobsQuery(rest)}`, signal),
  });
};

/** What the list's filters offer. It changes with deploys, not with jobs. */
export const jobFacetsOptions = () =>
  queryOptions({
    queryKey: ['job-facets'],
    queryFn: ({ signal }) => fetchJson<JobFacets>('/api/jobs/facets', signal),
    staleTime: 5 * 60 * 1000,
  });

export const jobOptions = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: ({ signal }) => fetchJson<JobDetail>(`/api/jobs/${id}`, signal),
  });

/** Workers come and go without a word about the jobs that wait for them. */
const LOOK_AGAIN_MS = 5_000;

/** Why a job is not running. Under `queues`, since what happens there is what it waits for. */
export const whyWaitingOptions = (id: string) =>
  queryOptions({
    queryKey: ['queues', 'why-waiting', id],
    queryFn: ({ signal }) => fetchJson<{ why: WhyWaiting | null }>(`/api/jobs/${id}/why-waiting`, signal),
    refetchInterval: LOOK_AGAIN_MS,
  });

/** The jobs that belong to a job. Under `jobs`, since each of them may change. */
export const relatedJobsOptions = (id: string) =>
  queryOptions({
    queryKey: ['jobs', 'related', id],
    queryFn: ({ signal }) => fetchJson<RelatedJobs>(`/api/jobs/${id}/related`, signal),
  });

/** What a form of the job's arguments is made from. It changes with deploys alone. */
export const jobArgsFormOptions = (id: string) =>
  queryOptions({
    queryKey: ['job-args-form', id],
    queryFn: ({ signal }) => fetchJson<JobArgsForm>(`/api/jobs/${id}/args-form`, signal),
  });

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { payloadReader } from '@/lib/jobs/payload-masking';
import { countJobs } from '@/lib/jobs/queries/count-jobs';
import { listJobFacets } from '@/lib/jobs/queries/job-facets';
import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { jobCountsOptions, jobFacetsOptions, jobsOptions, showJobs } from '@/lib/jobs/query-options';
import { searchable } from '@/lib/jobs/require-searchable';
import { listViews } from '@/lib/views/queries';
import { viewsOptions } from '@/lib/views/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { cursorOf, filterOf, loadJobsParams, sortOf } from './search-params';
import { JobsView } from './view';

export const metadata: Metadata = { title: 'Jobs' };

export default async function JobsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePage('jobs.view');
  const params = await loadJobsParams(searchParams);
  const [filter, cursor, sort] = [filterOf(params), cursorOf(params), sortOf(params)];
  const queryClient = makeQueryClient();
  await Promise.all([
    queryClient.prefetchQuery({
      ...jobsOptions(filter, cursor, sort),
      queryFn: async () =>
        showJobs(await listJobs(await searchable(actor, filter), cursor, sort, payloadReader(actor))),
    }),
    queryClient.prefetchQuery({
      ...jobCountsOptions(filter),
      queryFn: async () => countJobs(await searchable(actor, filter)),
    }),
    queryClient.prefetchQuery({ ...jobFacetsOptions(), queryFn: listJobFacets }),
    queryClient.prefetchQuery({ ...viewsOptions(), queryFn: () => listViews(actor) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <JobsView />
    </HydrationBoundary>
  );
}

import type { QueryClient } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { cache } from 'react';
import { cursorOf } from '@/components/job/cursor-params';
import { payloadReader } from '@/lib/jobs/payload-masking';
import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { jobsOptions, showJobs } from '@/lib/jobs/query-options';
import { findRunner, type RunnerDetail } from '@/lib/runners/queries';
import { runnerOptions } from '@/lib/runners/query-options';
import { statisticsOf } from '@/lib/statistics/queries';
import { statisticsOptions } from '@/lib/statistics/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { jobsOfRunner, loadRunnerParams } from './search-params';

/** The runner that an address names; its title and its page ask for the same one. */
export const readRunner = cache(async (params: Promise<{ key: string }>): Promise<RunnerDetail> => {
  await requirePage('jobs.view');
  const runner = await findRunner(decodeURIComponent((await params).key));
  return runner ?? notFound();
});

/** What else the runner's page shows first: how its jobs ended over time, and the jobs. */
export async function readAround(
  runner: RunnerDetail,
  searchParams: Promise<SearchParams>,
): Promise<QueryClient> {
  const reader = payloadReader(await requirePage('jobs.view'));
  const query = await loadRunnerParams(searchParams);
  const [filter, cursor] = [jobsOfRunner(runner.key), cursorOf(query)];
  const of = { window: query.window, runner: runner.key };
  const client = makeQueryClient();
  client.setQueryData(runnerOptions(runner.key).queryKey, runner);
  await Promise.all([
    client.prefetchQuery({
      ...jobsOptions(filter, cursor),
      queryFn: async () => showJobs(await listJobs(filter, cursor, undefined, reader)),
    }),
    client.prefetchQuery({ ...statisticsOptions(of), queryFn: () => statisticsOf(of) }),
  ]);
  return client;
}

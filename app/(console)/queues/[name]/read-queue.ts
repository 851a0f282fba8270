import type { QueryClient } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { cache } from 'react';
import { cursorOf } from '@/components/job/cursor-params';
import { YardmasterError } from '@/lib/errors';
import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { jobsOptions, showJobs } from '@/lib/jobs/query-options';
import { queueOptions } from '@/lib/queues/query-options';
import { getQueue, type QueueDetail } from '@/lib/queues/queue-detail';
import { depthOf } from '@/lib/statistics/depth';
import { statisticsOf } from '@/lib/statistics/queries';
import { depthOptions, statisticsOptions } from '@/lib/statistics/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { jobsInQueue, loadQueueJobsParams } from './search-params';

/** The queue that an address names; its title and its page ask for the same one. */
export const readQueue = cache(async (params: Promise<{ name: string }>): Promise<QueueDetail> => {
  await requirePage('jobs.view');
  return getQueue(decodeURIComponent((await params).name)).catch((error: unknown) => {
    if (error instanceof YardmasterError && error.code === 'not_found') notFound();
    throw error;
  });
});

/** What else the queue's page shows first: its depth over time and its jobs. */
export async function readAround(
  queue: QueueDetail,
  searchParams: Promise<SearchParams>,
): Promise<QueryClient> {
  const query = await loadQueueJobsParams(searchParams);
  const [filter, cursor] = [jobsInQueue(queue.name), cursorOf(query)];
  const of = { window: query.window, queue: queue.name };
  const client = makeQueryClient();
  client.setQueryData(queueOptions(queue.name).queryKey, queue);
  const jobs = jobsOptions(filter, cursor);
  await Promise.all([
    client.prefetchQuery({ ...jobs, queryFn: async () => showJobs(await listJobs(filter, cursor)) }),
    client.prefetchQuery({ ...depthOptions(of), queryFn: () => depthOf(of) }),
    client.prefetchQuery({ ...statisticsOptions(of), queryFn: () => statisticsOf(of) }),
  ]);
  return client;
}

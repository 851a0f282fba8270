import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { cache } from 'react';
import { YardmasterError } from '@/lib/errors';
import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { jobsOptions, showJobs } from '@/lib/jobs/query-options';
import { queueOptions } from '@/lib/queues/query-options';
import { getQueue } from '@/lib/queues/queue-detail';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { cursorOf, jobsInQueue, loadQueueJobsParams } from './search-params';
import { QueueView } from './view';

type Props = { params: Promise<{ name: string }>; searchParams: Promise<SearchParams> };

const readQueue = cache(async (params: Props['params']) => {
  await requirePage('jobs.view');
  return getQueue(decodeURIComponent((await params).name)).catch((error: unknown) => {
    if (error instanceof YardmasterError && error.code === 'not_found') notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, pausedAt } = await readQueue(params);
  return { title: `${pausedAt ? '⏸ ' : ''}${name}` };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const queue = await readQueue(params);
  const [filter, cursor] = [jobsInQueue(queue.name), cursorOf(await loadQueueJobsParams(searchParams))];
  const client = makeQueryClient();
  client.setQueryData(queueOptions(queue.name).queryKey, queue);
  const jobs = jobsOptions(filter, cursor);
  await client.prefetchQuery({ ...jobs, queryFn: async () => showJobs(await listJobs(filter, cursor)) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <QueueView name={queue.name} />
    </HydrationBoundary>
  );
}

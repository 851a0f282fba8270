import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { listQueues } from '@/lib/queues/queries';
import { queuesOptions } from '@/lib/queues/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { QueuesView } from './view';

export const metadata: Metadata = { title: 'Queues' };

export default async function QueuesPage() {
  await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...queuesOptions(), queryFn: () => listQueues() });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <QueuesView />
    </HydrationBoundary>
  );
}

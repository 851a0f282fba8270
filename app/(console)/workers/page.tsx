import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { listWorkers } from '@/lib/workers/queries';
import { driftOptions, workersOptions } from '@/lib/workers/query-options';
import { readDrift } from '@/lib/workers/worker-detail';
import { WorkersView } from './view';

export const metadata: Metadata = { title: 'Workers' };

export default async function WorkersPage() {
  await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await Promise.all([
    queryClient.prefetchQuery({ ...workersOptions(), queryFn: () => listWorkers() }),
    queryClient.prefetchQuery({ ...driftOptions(), queryFn: () => readDrift() }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <WorkersView />
    </HydrationBoundary>
  );
}

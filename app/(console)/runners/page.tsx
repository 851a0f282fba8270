import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { listRunners } from '@/lib/runners/queries';
import { runnersOptions } from '@/lib/runners/query-options';
import { runnerEndsOptions } from '@/lib/statistics/query-options';
import { endsByRunner } from '@/lib/statistics/runner-ends';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { RunnersView } from './view';

export const metadata: Metadata = { title: 'Runners' };

export default async function RunnersPage() {
  await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await Promise.all([
    queryClient.prefetchQuery({ ...runnersOptions(), queryFn: () => listRunners() }),
    queryClient.prefetchQuery({ ...runnerEndsOptions(), queryFn: () => endsByRunner() }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <RunnersView />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getOverview } from '@/lib/overview/queries';
import { overviewOptions } from '@/lib/overview/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { OverviewView } from './view';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage() {
  await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...overviewOptions(), queryFn: () => getOverview() });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OverviewView />
    </HydrationBoundary>
  );
}

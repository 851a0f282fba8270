import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { payloadReader } from '@/lib/jobs/payload-masking';
import { getOverview } from '@/lib/overview/queries';
import { overviewOptions } from '@/lib/overview/query-options';
import { statisticsOf } from '@/lib/statistics/queries';
import { statisticsOptions } from '@/lib/statistics/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { loadOverviewParams } from './search-params';
import { OverviewView } from './view';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const reader = payloadReader(await requirePage('jobs.view'));
  const { window } = await loadOverviewParams(searchParams);
  const queryClient = makeQueryClient();
  await Promise.all([
    queryClient.prefetchQuery({ ...overviewOptions(window), queryFn: () => getOverview(window, reader) }),
    queryClient.prefetchQuery({ ...statisticsOptions({ window }), queryFn: () => statisticsOf({ window }) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OverviewView />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { getRunner, listRunners } from '@/lib/runners/queries';
import { runnerOptions, runnersOptions } from '@/lib/runners/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { loadNewScheduleParams } from './search-params';
import { NewScheduleView } from './view';

export const metadata: Metadata = { title: 'New schedule' };

export default async function NewSchedulePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('schedules.write');
  const { runner } = await loadNewScheduleParams(searchParams);
  const queryClient = makeQueryClient();
  const runners = await listRunners();
  queryClient.setQueryData(runnersOptions().queryKey, runners);
  if (runners.some(({ key }) => key === runner))
    queryClient.setQueryData(runnerOptions(runner).queryKey, await getRunner(runner));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <NewScheduleView />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { getCalendar } from '@/lib/schedules/calendar';
import { listSchedules } from '@/lib/schedules/queries';
import { calendarOptions, schedulesOptions } from '@/lib/schedules/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { filterOf, loadScheduleParams } from './search-params';
import { SchedulesView } from './view';

export const metadata: Metadata = { title: 'Schedules' };

export default async function SchedulesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('jobs.view');
  const params = await loadScheduleParams(searchParams);
  const filter = filterOf(params);
  const queryClient = makeQueryClient();
  if (params.view === 'calendar')
    await queryClient.prefetchQuery({ ...calendarOptions(), queryFn: () => getCalendar(new Date()) });
  else await queryClient.prefetchQuery({ ...schedulesOptions(filter), queryFn: () => listSchedules(filter) });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SchedulesView />
    </HydrationBoundary>
  );
}

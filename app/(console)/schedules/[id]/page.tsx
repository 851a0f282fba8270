import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { cursorOf } from '@/components/job/cursor-params';
import { payloadReader } from '@/lib/jobs/payload-masking';
import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { jobsOptions, showJobs } from '@/lib/jobs/query-options';
import { findSchedule } from '@/lib/schedules/queries';
import { scheduleOptions } from '@/lib/schedules/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { jobsOfSchedule, loadScheduleJobsParams } from './search-params';
import { ScheduleView } from './view';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const metadata: Metadata = { title: 'Schedule' };

export default async function SchedulePage({ params, searchParams }: Props) {
  const actor = await requirePage('jobs.view');
  const { id } = await params;
  const schedule = await findSchedule(id, actor);
  if (!schedule) notFound();
  const [filter, cursor] = [jobsOfSchedule(id), cursorOf(await loadScheduleJobsParams(searchParams))];
  const queryClient = makeQueryClient();
  queryClient.setQueryData(scheduleOptions(id).queryKey, schedule);
  await queryClient.prefetchQuery({
    ...jobsOptions(filter, cursor),
    queryFn: async () => showJobs(await listJobs(filter, cursor, undefined, payloadReader(actor))),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ScheduleView id={id} />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { systemJobsOptions } from '@/lib/schedules/query-options';
import { listSystemJobs } from '@/lib/schedules/system-jobs';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { SystemJobsView } from './view';

export const metadata: Metadata = { title: 'System jobs' };

export default async function SystemJobsPage() {
  await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...systemJobsOptions(), queryFn: () => listSystemJobs() });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SystemJobsView />
    </HydrationBoundary>
  );
}

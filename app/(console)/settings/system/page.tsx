import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { readSystem } from '@/lib/system/queries';
import { systemOptions } from '@/lib/system/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { SystemView } from './view';

export const metadata: Metadata = { title: 'System' };

export default async function SystemPage() {
  await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...systemOptions(), queryFn: readSystem });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SystemView />
    </HydrationBoundary>
  );
}

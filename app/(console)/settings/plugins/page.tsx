import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { listPlugins } from '@/lib/system/plugins';
import { pluginsOptions } from '@/lib/system/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { PluginsView } from './view';

export const metadata: Metadata = { title: 'Plugins' };

export default async function PluginsPage() {
  await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...pluginsOptions(), queryFn: listPlugins });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PluginsView />
    </HydrationBoundary>
  );
}

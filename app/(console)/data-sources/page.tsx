import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { listDataSources } from '@/plugins/data-sources/queries';
import { dataSourcesOptions } from './query-options';
import { filterOf, loadDataSourceParams } from './search-params';
import { DataSourcesView } from './view';

export const metadata: Metadata = { title: 'Data sources' };

export default async function DataSourcesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('jobs.view');
  const filter = filterOf(await loadDataSourceParams(searchParams));
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...dataSourcesOptions(filter), queryFn: () => listDataSources(filter) });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DataSourcesView />
    </HydrationBoundary>
  );
}

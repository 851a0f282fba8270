import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { cursorOf } from '@/components/job/cursor-params';
import { payloadReader } from '@/lib/jobs/payload-masking';
import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { jobsOptions, showJobs } from '@/lib/jobs/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { listDataFiles } from '@/plugins/data-sources/file-queries';
import { dataFilesOptions, dataSourceOptions } from '../query-options';
import { readDataSource } from './read-data-source';
import { filesFilterOf, jobsOfSource, loadDetailParams } from './search-params';
import { DataSourceView } from './view';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const metadata: Metadata = { title: 'Data source' };

export default async function DataSourcePage({ params, searchParams }: Props) {
  const reader = payloadReader(await requirePage('jobs.view'));
  const source = await readDataSource((await params).id);
  const { id } = source;
  const asked = await loadDetailParams(searchParams);
  const [files, jobs, cursor] = [filesFilterOf(asked), jobsOfSource(id), cursorOf(asked)];
  const queryClient = makeQueryClient();
  queryClient.setQueryData(dataSourceOptions(id).queryKey, source);
  await (asked.tab === 'files'
    ? queryClient.prefetchQuery({ ...dataFilesOptions(id, files), queryFn: () => listDataFiles(id, files) })
    : queryClient.prefetchQuery({
        ...jobsOptions(jobs, cursor),
        queryFn: async () => showJobs(await listJobs(jobs, cursor, undefined, reader)),
      }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DataSourceView id={id} />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { YardmasterError } from '@/lib/errors';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { getDataFile } from '@/plugins/data-sources/file-queries';
import { dataFileOptions } from '../../../query-options';
import { DataFileView } from './view';

export const metadata: Metadata = { title: 'File' };

export default async function DataFilePage({ params }: { params: Promise<{ id: string; fileId: string }> }) {
  await requirePage('jobs.view');
  const { id, fileId } = await params;
  const file = await getDataFile(id, fileId).catch((error: unknown) => {
    if (error instanceof YardmasterError && error.code === 'not_found') notFound();
    throw error;
  });
  const queryClient = makeQueryClient();
  queryClient.setQueryData(dataFileOptions(id, fileId).queryKey, file);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DataFileView id={id} fileId={fileId} />
    </HydrationBoundary>
  );
}

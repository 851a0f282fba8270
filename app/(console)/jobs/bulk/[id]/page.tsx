import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getBulkOperation } from '@/lib/bulk/queries';
import { bulkOperationOptions } from '@/lib/bulk/query-options';
import { bulkParams } from '@/lib/bulk/schema';
import { YardmasterError } from '@/lib/errors';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { BulkView } from './view';

export const metadata: Metadata = { title: 'Bulk operation' };

export default async function BulkPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePage('jobs.view');
  const { data } = bulkParams.safeParse(await params);
  if (!data) notFound();
  const operation = await getBulkOperation(data.id).catch((error: unknown) => {
    if (error instanceof YardmasterError && error.code === 'not_found') notFound();
    throw error;
  });
  const queryClient = makeQueryClient();
  queryClient.setQueryData(bulkOperationOptions(data.id).queryKey, operation);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <BulkView id={data.id} />
    </HydrationBoundary>
  );
}

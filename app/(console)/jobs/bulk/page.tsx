import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { listBulkOperations } from '@/lib/bulk/queries';
import { bulkOperationsOptions } from '@/lib/bulk/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { BulkOperationsView } from './view';

export const metadata: Metadata = { title: 'Bulk operations' };

export default async function BulkOperationsPage() {
  await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...bulkOperationsOptions(), queryFn: () => listBulkOperations() });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <BulkOperationsView />
    </HydrationBoundary>
  );
}

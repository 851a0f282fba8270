import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { listAudit, readAuditFacets } from '@/lib/audit/queries';
import { auditFacetsOptions, auditOptions } from '@/lib/audit/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { cursorOf, filterOf, loadAuditParams } from './search-params';
import { AuditView } from './view';

export const metadata: Metadata = { title: 'Audit' };

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('audit.view');
  const params = await loadAuditParams(searchParams);
  const [filter, cursor] = [filterOf(params), cursorOf(params)];
  const queryClient = makeQueryClient();
  await Promise.all([
    queryClient.prefetchQuery({
      ...auditOptions(filter, cursor),
      queryFn: () => listAudit(filter, cursor),
    }),
    queryClient.prefetchQuery({ ...auditFacetsOptions(), queryFn: readAuditFacets }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AuditView />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { listApiKeys } from '@/lib/api-keys/queries';
import { apiKeysOptions } from '@/lib/api-keys/query-options';
import { rolesWithin } from '@/lib/auth/permissions';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { ApiKeysView } from './view';

export const metadata: Metadata = { title: 'API keys' };

export default async function ApiKeysPage() {
  const actor = await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...apiKeysOptions(), queryFn: () => listApiKeys(actor) });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ApiKeysView roles={rolesWithin(actor.permissions)} />
    </HydrationBoundary>
  );
}

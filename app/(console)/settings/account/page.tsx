import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ownIdOf } from '@/lib/auth/own-id';
import { listSessions } from '@/lib/auth/queries';
import { sessionsOptions } from '@/lib/auth/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { AccountView } from './view';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const actor = await requirePage('jobs.view');
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({
    ...sessionsOptions(),
    queryFn: () => listSessions(ownIdOf(actor), actor.sessionId),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AccountView />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { listNotifications } from '@/lib/notifications/queries';
import { notificationsOptions } from '@/lib/notifications/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { loadNotificationParams, windowOf } from './search-params';
import { NotificationsView } from './view';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePage('jobs.view');
  const { unread, before, limit } = windowOf(await loadNotificationParams(searchParams));
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({
    ...notificationsOptions({ unread, before, limit }),
    queryFn: () => listNotifications(actor, { unread, limit, before: before ?? undefined }),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <NotificationsView />
    </HydrationBoundary>
  );
}

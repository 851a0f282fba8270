import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { NotificationPage } from './queries';

/** Which page of one's notifications: only the unread ones, those older than `before`, at most `limit`. */
export interface NotificationWindow {
  unread: boolean;
  before: string | null;
  limit: number;
}

/** What the panel behind the bell shows. */
export const LATEST: NotificationWindow = { unread: false, before: null, limit: 8 };

/** A page of one's own notifications, newest first. */
export const notificationsOptions = ({ unread, before, limit }: NotificationWindow) =>
  queryOptions({
    queryKey: ['notifications', 'page', { unread, before, limit }],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ limit: String(limit), unread: String(unread) });
      if (before) query.set('before', before);
      return fetchJson<NotificationPage>(`/api/notifications?${query}`, signal);
    },
  });

/** How many of one's notifications are unread, counted up to 100. */
export const unreadOptions = () =>
  queryOptions({
    queryKey: ['notifications', 'unread'],
    queryFn: ({ signal }) => fetchJson<{ unread: number }>('/api/notifications/unread', signal),
  });

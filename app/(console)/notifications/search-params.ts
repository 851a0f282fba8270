import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
} from 'nuqs/server';
import type { NotificationWindow } from '@/lib/notifications/query-options';

const PAGE_SIZE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The list's state in the URL: `?unread=true&before=…`. */
export const notificationParams = {
  unread: parseAsBoolean.withDefault(false),
  before: parseAsString,
};

export type NotificationParams = inferParserType<typeof notificationParams>;

export const loadNotificationParams = createLoader(notificationParams);
export const notificationsHref = createSerializer(notificationParams);

/** What is read for an address; a place that is none is the top. */
export const windowOf = ({ unread, before }: NotificationParams): NotificationWindow => ({
  unread,
  before: before && UUID.test(before) ? before : null,
  limit: PAGE_SIZE,
});

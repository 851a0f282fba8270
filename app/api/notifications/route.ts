import { listNotifications } from '@/lib/notifications/queries';
import { notificationFilter } from '@/lib/notifications/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: notificationFilter,
  run: ({ actor, query }) => listNotifications(actor, query),
});

import { countUnread } from '@/lib/notifications/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  run: async ({ actor }) => ({ unread: await countUnread(actor) }),
});

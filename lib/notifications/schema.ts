import { z } from 'zod';

/** Which of one's notifications: only the unread ones, those older than `before` (an id), at most `limit`. */
export const notificationFilter = z.object({
  unread: z.stringbool().catch(false).default(false),
  before: z.uuid().optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).catch(20).default(20),
});
export type NotificationFilter = z.output<typeof notificationFilter>;

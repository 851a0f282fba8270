import { z } from 'zod';
import { command } from '@/lib/command';

/**
 * Marks the actor's own notifications as read, up to the newest one that they have seen: what arrived since stays
 * unread. Not audited, as with a single one.
 */
export const markAllRead = command({
  permission: 'jobs.view',
  input: z.object({ upTo: z.uuid() }),
  async run({ actor, input: { upTo }, tx, changed }): Promise<{ read: number }> {
    const { count } = await tx.notification.updateMany({
      where: { userId: actor.userId ?? '', readAt: null, id: { lte: upTo } },
      data: { readAt: new Date() },
    });
    if (count > 0) changed('notifications');
    return { read: count };
  },
});

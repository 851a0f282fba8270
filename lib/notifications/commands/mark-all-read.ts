import { z } from 'zod';
import { command } from '@/lib/command';

/**
 * Marks the actor's own notifications as read, up to the newest one that they have seen: what arrived since stays
 * unread. `at` is the moment they are marked with, by which `markUnread` finds them again. Not audited, as with a single one.
 */
export const markAllRead = command({
  permission: 'jobs.view',
  input: z.object({ upTo: z.uuid() }),
  async run({ actor, input: { upTo }, tx, changed }): Promise<{ read: number; at: string }> {
    const at = new Date();
    const { count } = await tx.notification.updateMany({
      where: { userId: actor.userId ?? '', readAt: null, id: { lte: upTo } },
      data: { readAt: at },
    });
    if (count > 0) changed('notifications');
    return { read: count, at: at.toISOString() };
  },
});

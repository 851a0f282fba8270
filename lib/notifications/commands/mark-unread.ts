import { z } from 'zod';
import { command } from '@/lib/command';

/**
 * Takes a marking as read back: of one of the actor's own notifications, or of all that were marked at one moment.
 * Not audited: it changes nothing but what its reader sees.
 */
export const markUnread = command({
  permission: 'jobs.view',
  input: z.union([z.object({ id: z.uuid() }), z.object({ readAt: z.coerce.date() })]),
  async run({ actor, input, tx, changed }): Promise<{ unread: number }> {
    const { count } = await tx.notification.updateMany({
      where: { userId: actor.userId ?? '', ...input },
      data: { readAt: null },
    });
    if (count > 0) changed('notifications');
    return { unread: count };
  },
});

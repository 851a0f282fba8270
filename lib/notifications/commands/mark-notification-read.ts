import { z } from 'zod';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';

/**
 * Marks one of the actor's own notifications as read; one that is read already keeps its time. Not audited: it changes
 * nothing but what its reader sees.
 */
export const markNotificationRead = command({
  permission: 'jobs.view',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const own = { id, userId: actor.userId ?? '' };
    const { count } = await tx.notification.updateMany({
      where: { ...own, readAt: null },
      data: { readAt: new Date() },
    });
    if (count > 0) changed('notifications');
    else if ((await tx.notification.count({ where: own })) === 0) {
      throw new YardmasterError('not_found', 'This notification does not exist any more.');
    }
    return { id };
  },
});

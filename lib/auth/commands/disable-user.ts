import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { endSessionsOf } from '../session';

/** Keeps a user from signing in and ends their sessions at once. The last administrator who is left can't be disabled. */
export const disableUser = command({
  permission: 'users.write',
  input: z.object({ id: z.string() }),
  async run({ actor, input: { id }, tx }) {
    // Locked in one order, so that two administrators who disable each other can't both succeed.
    const administrators = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT id FROM "user" WHERE role = 'administrator' AND disabled_at IS NULL ORDER BY id FOR UPDATE`,
    );
    if (administrators.length === 1 && administrators[0]?.id === id) {
      throw new YardmasterError(
        'conflict',
        'This is the only administrator left, so the account stays enabled.',
      );
    }
    const disabledAt = new Date();
    const { count } = await tx.user.updateMany({ where: { id, disabledAt: null }, data: { disabledAt } });
    if (count === 0) throw new YardmasterError('not_found', 'There is no enabled user with this id.');
    await endSessionsOf(tx, id);
    await recordAudit(tx, actor, {
      action: 'user.disable',
      targetType: 'user',
      targetId: id,
      before: { disabledAt: null },
      after: { disabledAt: disabledAt.toISOString() },
    });
    return { id };
  },
});

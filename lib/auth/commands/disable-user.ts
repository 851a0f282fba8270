import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { refuseLastAdministrator } from '../administrators';
import { userId } from '../schema';
import { endSessionsOf } from '../session';
import { checkSessionsSoon } from '../session-watch';

/** Keeps a user from signing in and ends their sessions at once. The last administrator who is left can't be disabled. */
export const disableUser = command({
  permission: 'users.write',
  input: userId,
  async run({ actor, input: { id }, tx, changed, afterCommit }) {
    await refuseLastAdministrator(tx, id);
    const disabledAt = new Date();
    const { count } = await tx.user.updateMany({ where: { id, disabledAt: null }, data: { disabledAt } });
    if (count === 0) throw new YardmasterError('not_found', 'There is no enabled user with this id.');
    await endSessionsOf(tx, id);
    await tx.oneTimeLink.deleteMany({ where: { userId: id } });
    await recordAudit(tx, actor, {
      action: 'user.disable',
      targetType: 'user',
      targetId: id,
      before: { disabledAt: null },
      after: { disabledAt: disabledAt.toISOString() },
    });
    changed('users');
    afterCommit(checkSessionsSoon);
    return { id };
  },
});

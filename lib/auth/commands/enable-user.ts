import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { userId } from '../schema';

/** Lets a disabled user sign in again. */
export const enableUser = command({
  permission: 'users.write',
  input: userId,
  async run({ actor, input: { id }, tx, changed }) {
    const { count } = await tx.user.updateMany({
      where: { id, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (count === 0) throw new YardmasterError('not_found', 'There is no disabled user with this id.');
    await recordAudit(tx, actor, {
      action: 'user.enable',
      targetType: 'user',
      targetId: id,
      after: { disabledAt: null },
    });
    changed('users');
    return { id };
  },
});

import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { refuseLastAdministrator } from '../administrators';
import { roleChange } from '../schema';
import { checkSessionsSoon } from '../session-watch';

/** Gives a user another role, in force from their next request. The last enabled administrator stays one. */
export const changeRole = command({
  permission: 'users.write',
  input: roleChange,
  async run({ actor, input: { id, role }, tx, changed, afterCommit }) {
    if (role !== 'administrator') await refuseLastAdministrator(tx, id);
    const user = await tx.user.findUnique({ where: { id }, select: { role: true } });
    const { count } = await tx.user.updateMany({
      where: { id, role: { equals: user?.role, not: role } },
      data: { role },
    });
    if (!user || count === 0)
      throw new YardmasterError('conflict', `There is no such user, or their role is ${role} already.`);
    await recordAudit(tx, actor, {
      action: 'user.change_role',
      targetType: 'user',
      targetId: id,
      before: { role: user.role },
      after: { role },
    });
    changed('users');
    afterCommit(checkSessionsSoon);
    return { id, role, before: user.role };
  },
});

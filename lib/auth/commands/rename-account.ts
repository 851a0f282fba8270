import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { ownIdOf } from '../own-id';
import { accountName } from '../schema';

/** Changes one's own name; what was done under the old one keeps it. */
export const renameAccount = command({
  permission: 'jobs.view',
  input: accountName,
  async run({ actor, input: { name }, tx, changed }) {
    const id = ownIdOf(actor);
    await tx.user.update({ where: { id }, data: { name } });
    await recordAudit(tx, actor, {
      action: 'user.rename',
      targetType: 'user',
      targetId: id,
      before: { name: actor.name },
      after: { name },
    });
    changed('users');
    return { name };
  },
});

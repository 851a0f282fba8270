import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';

/** Makes an invitation's link stop working. */
export const withdrawInvitation = command({
  permission: 'users.write',
  input: z.object({ email: z.string() }),
  async run({ actor, input: { email }, tx, changed }) {
    const { count } = await tx.oneTimeLink.deleteMany({ where: { kind: 'invitation', email } });
    if (count === 0) throw new YardmasterError('not_found', `There is no open invitation for ${email}.`);
    await recordAudit(tx, actor, {
      action: 'user.withdraw_invitation',
      targetType: 'invitation',
      targetId: email,
    });
    changed('users');
    return { email };
  },
});

import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { issueLink } from '../one-time-link';
import { invitation } from '../schema';

/** Makes the one-time link with which somebody makes their own account; it replaces an earlier one for the address. */
export const inviteUser = command({
  permission: 'users.write',
  input: invitation,
  async run({ actor, input: { email, role }, tx, changed }) {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      const message = 'Somebody with this email address is a user already.';
      throw new YardmasterError('conflict', message, { fields: { email: message } });
    }
    const { token, expiresAt } = await issueLink(tx, { kind: 'invitation', email, role });
    await recordAudit(tx, actor, {
      action: 'user.invite',
      targetType: 'invitation',
      targetId: email,
      after: { role, expiresAt: expiresAt.toISOString() },
    });
    changed('users');
    return { email, path: `/invite?token=${token}`, expiresAt: expiresAt.toISOString() };
  },
});

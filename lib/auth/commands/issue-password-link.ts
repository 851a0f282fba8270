import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { issueLink } from '../one-time-link';
import { userId } from '../schema';

/** Makes the one-time link with which a user sets a new password. The old one works until the link is used. */
export const issuePasswordLink = command({
  permission: 'users.write',
  input: userId,
  async run({ actor, input: { id }, tx }) {
    const user = await tx.user.findFirst({ where: { id, disabledAt: null } });
    if (!user) throw new YardmasterError('not_found', 'There is no enabled user with this id.');
    const { email, role } = user;
    const { token, expiresAt } = await issueLink(tx, { kind: 'password_reset', email, role, userId: id });
    await recordAudit(tx, actor, {
      action: 'user.issue_password_link',
      targetType: 'user',
      targetId: id,
      after: { expiresAt: expiresAt.toISOString() },
    });
    return { path: `/reset-password?token=${token}`, expiresAt: expiresAt.toISOString() };
  },
});

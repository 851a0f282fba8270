import { hashPassword } from 'better-auth/crypto';
import type { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { refuseReadOnly } from '@/lib/command';
import { db } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { spendLink } from '../one-time-link';
import { permissionsOf } from '../permissions';
import type { newPassword } from '../schema';
import { endSessionsOf } from '../session';
import { checkSessionsSoon } from '../session-watch';

/** Sets the password of the user whom a link was made for, and ends all their sessions. */
export async function resetPassword(input: z.output<typeof newPassword>): Promise<{ email: string }> {
  refuseReadOnly();
  const password = await hashPassword(input.password);
  const email = await db().$transaction(async (tx) => {
    const link = await spendLink(tx, 'password_reset', input.token);
    const user = await tx.user.findFirst({ where: { id: link.userId ?? '', disabledAt: null } });
    if (!user) throw new YardmasterError('conflict', 'This account is disabled or gone.');
    await tx.account.updateMany({ where: { userId: user.id, providerId: 'credential' }, data: { password } });
    await endSessionsOf(tx, user.id);
    await recordAudit(
      tx,
      { userId: user.id, name: user.name, permissions: permissionsOf(user.role) },
      { action: 'user.reset_password', targetType: 'user', targetId: user.id },
    );
    return user.email;
  });
  publish('users');
  checkSessionsSoon();
  return { email };
}

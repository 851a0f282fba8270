import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { recordAudit } from '@/lib/audit/record';
import { type Command, command, parseInput, refuseReadOnly } from '@/lib/command';
import { db } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { type Actor, requirePermission } from '../actor';
import { admitLogin, forgiveLogin } from '../login-throttle';
import { ownIdOf } from '../own-id';
import { passwordChange, provenPasswordChange } from '../schema';
import { checkSessionsSoon } from '../session-watch';

/** Sets one's own password anew, with the old one, and ends one's other sessions. Tries count as tries to sign in. */
export const changePassword: Command<{ id: string }> = async (actor, raw) => {
  requirePermission(actor, 'jobs.view');
  refuseReadOnly();
  const { current, password } = parseInput(passwordChange, raw);
  const before = await provePassword(actor, current);
  return setPassword(actor, { before, after: await hashPassword(password) });
};

/** The stored hash of the password that was typed. It takes a while: never in a transaction. */
async function provePassword(actor: Actor, current: string): Promise<string> {
  const { password, user } = await db().account.findFirstOrThrow({
    where: { userId: ownIdOf(actor), providerId: 'credential' },
    select: { password: true, user: { select: { email: true } } },
  });
  // No address: a stolen session's guesses are counted against the account, wherever they come from.
  await admitLogin(user.email, new Headers());
  if (!password || !(await verifyPassword({ hash: password, password: current }))) {
    const message = 'This is not your present password.';
    throw new YardmasterError('invalid_input', message, { fields: { current: message } });
  }
  await forgiveLogin(user.email, new Headers());
  return password;
}

const setPassword = command({
  permission: 'jobs.view',
  input: provenPasswordChange,
  async run({ actor, input: { before, after }, tx, changed, afterCommit }) {
    const userId = ownIdOf(actor);
    const { count } = await tx.account.updateMany({
      where: { userId, providerId: 'credential', password: before },
      data: { password: after },
    });
    if (count === 0) throw new YardmasterError('conflict', 'The password was changed meanwhile.');
    await tx.session.deleteMany({ where: { userId, id: { not: actor.sessionId ?? '' } } });
    await tx.oneTimeLink.deleteMany({ where: { userId } });
    await recordAudit(tx, actor, { action: 'user.change_password', targetType: 'user', targetId: userId });
    changed('users');
    afterCommit(checkSessionsSoon);
    return { id: userId };
  },
});

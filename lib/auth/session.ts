import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { db, type Tx } from '@/lib/db/client';
import { Role } from '@/lib/db/generated/enums';
import { YardmasterError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import type { Actor } from './actor';
import { auth, USER_DISABLED } from './better-auth';
import { admitLogin, forgiveLogin } from './login-throttle';
import { permissionsOf } from './permissions';
import type { credentials } from './schema';

export interface SignedIn {
  /** The session's id, which is not its secret. */
  id: string;
  actor: Actor;
  role: Role;
  email: string;
  /** Set-Cookie headers that prolong the session; empty unless `refresh` was asked for and due. */
  setCookies: string[];
}

/**
 * The session of a request, or null: none, expired, or of a disabled user. With `refresh` a session in use is prolonged
 * (once a day, to seven days), for callers that can pass `setCookies` on to the browser.
 */
export async function findSession(headers: Headers, { refresh = false } = {}): Promise<SignedIn | null> {
  const { response, headers: answer } = await auth().api.getSession({
    headers,
    query: { disableRefresh: !refresh },
    returnHeaders: true,
  });
  if (!response || response.user.disabledAt) return null;
  const { user, session } = response;
  const role = z.enum(Role).parse(user.role);
  return {
    id: session.id,
    actor: { userId: user.id, name: user.name, permissions: permissionsOf(role), sessionId: session.id },
    role,
    email: user.email,
    setCookies: refresh ? answer.getSetCookie() : [],
  };
}

/**
 * Opens a session. Resolves to the Set-Cookie headers that carry it.
 * @throws YardmasterError `unauthenticated` (wrong, or no such user: the same words), `forbidden` (disabled),
 * `limit_exceeded` (too many tries)
 */
export async function signIn(input: z.output<typeof credentials>, headers: Headers): Promise<string[]> {
  await admitLogin(input.email, headers);
  try {
    const { response, headers: answer } = await auth().api.signInEmail({
      body: input,
      headers,
      returnHeaders: true,
    });
    await forgiveLogin(input.email, headers);
    await recordAudit(db(), actorOf(response.user), {
      action: 'session.sign_in',
      targetType: 'user',
      targetId: response.user.id,
    });
    return answer.getSetCookie();
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    const isDisabled = error.body?.code === USER_DISABLED;
    await recordRefusal(input.email, isDisabled ? 'disabled' : 'wrong account or password');
    if (isDisabled) {
      throw new YardmasterError(
        'forbidden',
        'This account is disabled. Ask an administrator to enable it again.',
      );
    }
    throw new YardmasterError('unauthenticated', 'The email address or the password is wrong.');
  }
}

/** Ends the session of a request. Resolves to the Set-Cookie headers that clear it. */
export async function signOut(headers: Headers): Promise<string[]> {
  const session = await findSession(headers);
  const { headers: answer } = await auth().api.signOut({ headers, returnHeaders: true });
  publish('users');
  if (session?.actor.userId) {
    await recordAudit(db(), session.actor, {
      action: 'session.sign_out',
      targetType: 'user',
      targetId: session.actor.userId,
    });
  }
  return answer.getSetCookie();
}

const actorOf = (user: { id: string; name: string }): Actor => ({
  userId: user.id,
  name: user.name,
  permissions: new Set(),
});

/** A try that failed is told under the account that was tried; who tried it is not known. */
async function recordRefusal(account: string, reason: string): Promise<void> {
  await recordAudit(
    db(),
    { userId: null, name: 'Somebody signed out', permissions: new Set() },
    { action: 'session.refuse', targetType: 'account', targetId: account, after: { reason } },
  );
}

/** Ends every session of a user, in the caller's transaction. */
export async function endSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}

import { applySetCookies } from 'better-auth/cookies';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { useTestDatabase } from '@/lib/db/testing';
import { disableUser } from './commands/disable-user';
import { createUser, prepareUser } from './create-user';
import { TRIES_PER_ACCOUNT } from './login-throttle';
import { permissionsOf } from './permissions';
import { findSession, signIn, signOut } from './session';
import { checkSessions, watchSession } from './session-watch';

useTestDatabase();

const password = 'a password of some length';
const emailOf = (name: string) => `${name}@example.org`;

async function addUser(name: string, role: Role) {
  const prepared = await prepareUser({ name, email: emailOf(name), password, role });
  await createUser(db(), prepared);
  return { userId: prepared.id, name, permissions: permissionsOf(role) };
}

/** The headers that a browser sends once it is signed in. */
async function signedIn(name: string): Promise<Headers> {
  const headers = new Headers();
  applySetCookies(headers, await signIn({ email: emailOf(name), password }, headers));
  return headers;
}

let administrator: Awaited<ReturnType<typeof addUser>>;
beforeAll(async () => {
  administrator = await addUser('admin', 'administrator');
});

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and a session with the role of the user', async () => {
    await addUser('olga', 'operator');
    const [cookie] = await signIn({ email: emailOf('olga'), password }, new Headers());
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const session = await findSession(await signedIn('olga'));
    expect(session).toMatchObject({ role: 'operator', email: emailOf('olga'), actor: { name: 'olga' } });
    expect(session?.actor.permissions).toEqual(permissionsOf('operator'));
  });

  it('says the same of a wrong password and of nobody', async () => {
    const wrong = /The email address or the password is wrong/;
    await expect(signIn({ email: emailOf('admin'), password: 'wrong' }, new Headers())).rejects.toThrow(
      wrong,
    );
    await expect(signIn({ email: emailOf('nobody'), password }, new Headers())).rejects.toThrow(wrong);
  });

  it('leaves a trace of who came, went and was refused, without the password', async () => {
    const user = await addUser('tracy', 'viewer');
    const headers = await signedIn('tracy');
    await signOut(headers);
    await expect(
      signIn({ email: emailOf('tracy'), password: 'wrong word' }, new Headers()),
    ).rejects.toThrow();
    const trace = await db().auditEvent.findMany({
      where: { targetId: { in: [user.userId, emailOf('tracy')] } },
      orderBy: { id: 'asc' },
    });
    expect(trace).toMatchObject([
      { action: 'session.sign_in', actor: 'tracy', userId: user.userId },
      { action: 'session.sign_out', actor: 'tracy', userId: user.userId },
      { action: 'session.refuse', userId: null, after: { reason: 'wrong account or password' } },
    ]);
    expect(JSON.stringify(trace)).not.toMatch(/wrong word|a password of some length/);
  });

  it('refuses a forged cookie', async () => {
    const headers = await signedIn('admin');
    const cookie = headers.get('cookie') ?? '';
    expect(await findSession(new Headers({ cookie }))).not.toBeNull();
    expect(await findSession(new Headers({ cookie: cookie.replace(/=../, '=xx') }))).toBeNull();
  });

  it('stops guessing: tries sent at once are all counted, and the right password is refused as well', async () => {
    await addUser('guessed', 'viewer');
    const guess = () => signIn({ email: emailOf('guessed'), password: 'wrong' }, new Headers());
    const guesses = await Promise.allSettled(Array.from({ length: TRIES_PER_ACCOUNT + 2 }, guess));
    const codes = guesses.map((result) => (result.status === 'rejected' ? result.reason.code : 'in'));
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(TRIES_PER_ACCOUNT);
    expect(codes.filter((code) => code === 'limit_exceeded')).toHaveLength(2);
    await expect(signedIn('guessed')).rejects.toMatchObject({ code: 'limit_exceeded' });
    await expect(signedIn('admin')).resolves.toBeDefined();
  });
});

describe('the end of a session', () => {
  it('comes with signing out', async () => {
    const headers = await signedIn('admin');
    await signOut(headers);
    expect(await findSession(headers)).toBeNull();
  });

  it('comes with its time', async () => {
    const headers = await signedIn('admin');
    const session = await findSession(headers);
    await db().session.updateMany({ where: { id: session?.id ?? '' }, data: { expiresAt: new Date(0) } });
    expect(await findSession(headers)).toBeNull();
  });

  it('is prolonged while in use, once a day', async () => {
    const headers = await signedIn('admin');
    const id = (await findSession(headers, { refresh: true }))?.id ?? '';
    const soon = new Date(Date.now() + 24 * 60 * 60 * 1000);
    await db().session.update({ where: { id }, data: { expiresAt: soon } });
    expect((await findSession(headers))?.setCookies).toEqual([]);
    expect((await findSession(headers, { refresh: true }))?.setCookies.length).toBeGreaterThan(0);
    expect((await db().session.findUnique({ where: { id } }))?.expiresAt.getTime()).toBeGreaterThan(
      soon.getTime(),
    );
  });

  it('comes with disabling the user, also for what is being streamed, and leaves a trace', async () => {
    const user = await addUser('leaver', 'viewer');
    const headers = await signedIn('leaver');
    const ended = vi.fn();
    const sessionId = (await findSession(headers))?.id ?? '';
    watchSession({ sessionId, permission: 'jobs.view', ended });
    await checkSessions();
    expect(ended).not.toHaveBeenCalled();

    await disableUser(administrator, { id: user.userId });
    await checkSessions();
    expect(ended).toHaveBeenCalledOnce();
    expect(await findSession(headers)).toBeNull();
    await expect(signedIn('leaver')).rejects.toThrow(/account is disabled/);
    expect(
      await db().auditEvent.findMany({ where: { targetId: user.userId, action: { startsWith: 'user.' } } }),
    ).toMatchObject([
      { action: 'user.disable', actor: 'admin', userId: administrator.userId, before: { disabledAt: null } },
    ]);
  });
});

describe('disabling a user', () => {
  it('is refused to an operator: nothing changes, nothing is recorded', async () => {
    const operator = await addUser('oscar', 'operator');
    const refused = disableUser(operator, { id: administrator.userId });
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    expect((await db().user.findUnique({ where: { id: administrator.userId } }))?.disabledAt).toBeNull();
    expect(
      await db().auditEvent.count({ where: { action: 'user.disable', targetId: administrator.userId } }),
    ).toBe(0);
  });

  it('never leaves the console without an administrator, also when two disable each other', async () => {
    const second = await addUser('second', 'administrator');
    const results = await Promise.allSettled([
      disableUser(administrator, { id: second.userId }),
      disableUser(second, { id: administrator.userId }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().user.count({ where: { role: 'administrator', disabledAt: null } })).toBe(1);
  });
});

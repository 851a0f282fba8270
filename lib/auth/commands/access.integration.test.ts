import { applySetCookies } from 'better-auth/cookies';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { useTestDatabase } from '@/lib/db/testing';
import type { Actor } from '../actor';
import { createUser, prepareUser } from '../create-user';
import { permissionsOf } from '../permissions';
import { listSessions, listUsers } from '../queries';
import { findSession, signIn } from '../session';
import { acceptInvitation } from './accept-invitation';
import { changePassword } from './change-password';
import { changeRole } from './change-role';
import { disableUser } from './disable-user';
import { enableUser } from './enable-user';
import { inviteUser } from './invite-user';
import { issuePasswordLink } from './issue-password-link';
import { renameAccount } from './rename-account';
import { resetPassword } from './reset-password';
import { revokeOtherSessions } from './revoke-other-sessions';
import { revokeSession } from './revoke-session';
import { withdrawInvitation } from './withdraw-invitation';

useTestDatabase();

const password = 'a password of some length';
const tokenOf = ({ path }: { path: string }) => path.split('token=')[1] ?? '';

async function addUser(name: string, role: Role): Promise<Actor & { userId: string }> {
  const prepared = await prepareUser({ name, email: `${name}@example.org`, password, role });
  await createUser(db(), prepared);
  return { userId: prepared.id, name, permissions: permissionsOf(role) };
}

async function signedIn(name: string, word = password) {
  const headers = new Headers();
  applySetCookies(headers, await signIn({ email: `${name}@example.org`, password: word }, headers));
  return headers;
}

let administrator: Awaited<ReturnType<typeof addUser>>;
beforeAll(async () => {
  administrator = await addUser('admin', 'administrator');
});

describe('an invitation', () => {
  it('makes one user, with the role it names, and leaves a trace without the token', async () => {
    const link = await inviteUser(administrator, { email: 'New@Example.org', role: 'operator' });
    const input = { token: tokenOf(link), name: 'New', password };
    const tries = await Promise.allSettled([acceptInvitation(input), acceptInvitation(input)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().user.findUnique({ where: { email: 'new@example.org' } })).toMatchObject({
      name: 'New',
      role: 'operator',
    });
    const trace = JSON.stringify(await db().auditEvent.findMany());
    expect(trace).toContain('user.invite');
    expect(trace).not.toContain(tokenOf(link));
  });

  it('stops working when it is replaced, withdrawn or expired', async () => {
    const email = 'late@example.org';
    const first = await inviteUser(administrator, { email, role: 'viewer' });
    const second = await inviteUser(administrator, { email, role: 'viewer' });
    const accept = (link: { path: string }) =>
      acceptInvitation({ token: tokenOf(link), name: 'Late', password });
    await expect(accept(first)).rejects.toMatchObject({ code: 'conflict' });
    await db().oneTimeLink.updateMany({ where: { email }, data: { expiresAt: new Date(0) } });
    await expect(accept(second)).rejects.toMatchObject({ code: 'conflict' });
    const third = await inviteUser(administrator, { email, role: 'viewer' });
    await withdrawInvitation(administrator, { email });
    await expect(accept(third)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is for administrators, and not for somebody who is a user already', async () => {
    const operator = await addUser('oda', 'operator');
    await expect(inviteUser(operator, { email: 'x@example.org', role: 'viewer' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      inviteUser(administrator, { email: 'oda@example.org', role: 'viewer' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the administrators', () => {
  it('stay at least one, also when two demote each other at once', async () => {
    await expect(changeRole(administrator, { id: administrator.userId, role: 'viewer' })).rejects.toThrow(
      'only administrator left',
    );
    const other = await addUser('other', 'administrator');
    const tries = await Promise.allSettled([
      changeRole(administrator, { id: other.userId, role: 'viewer' }),
      disableUser(other, { id: administrator.userId }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await db().user.update({
      where: { id: administrator.userId },
      data: { disabledAt: null, role: 'administrator' },
    });
    await db().user.update({ where: { id: other.userId }, data: { role: 'viewer' } });
  });

  it('enable a disabled user again', async () => {
    const user = await addUser('eve', 'viewer');
    await disableUser(administrator, { id: user.userId });
    await expect(signedIn('eve')).rejects.toMatchObject({ code: 'forbidden' });
    await enableUser(administrator, { id: user.userId });
    expect(await findSession(await signedIn('eve'))).not.toBeNull();
    const { users } = await listUsers('EVE@');
    expect(users).toMatchObject([{ name: 'eve', disabledAt: null }]);
  });

  it('make a link with which a user sets a new password; it ends their sessions', async () => {
    const user = await addUser('ria', 'viewer');
    const before = await signedIn('ria');
    const link = await issuePasswordLink(administrator, { id: user.userId });
    await resetPassword({ token: tokenOf(link), password: 'a wholly new password' });
    expect(await findSession(before)).toBeNull();
    await expect(signedIn('ria')).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await findSession(await signedIn('ria', 'a wholly new password'))).not.toBeNull();
    await expect(resetPassword({ token: tokenOf(link), password })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('an account', () => {
  it('changes its name and, with the old one, its password; other sessions end', async () => {
    await addUser('ann', 'viewer');
    const here = await signedIn('ann');
    const elsewhere = await signedIn('ann');
    const actor = (await findSession(here))?.actor as Actor;
    await expect(
      changePassword(actor, { current: 'wrong', password: 'a new long password' }),
    ).rejects.toMatchObject({ code: 'invalid_input', fields: { current: expect.any(String) } });
    await changePassword(actor, { current: password, password: 'a new long password' });
    expect(await findSession(here)).not.toBeNull();
    expect(await findSession(elsewhere)).toBeNull();
    await expect(signedIn('ann')).rejects.toMatchObject({ code: 'unauthenticated' });
    await renameAccount(actor, { name: 'Ann B' });
    expect((await findSession(here))?.actor.name).toBe('Ann B');
  });

  it('sees its sessions and ends them, but nobody else’s', async () => {
    const user = await addUser('sam', 'viewer');
    const [here, second, third] = [await signedIn('sam'), await signedIn('sam'), await signedIn('sam')];
    const actor = (await findSession(here))?.actor as Actor;
    const sessions = await listSessions(user.userId, actor.sessionId);
    expect(sessions.map(({ current }) => current)).toEqual([true, false, false]);
    const secondId = (await findSession(second))?.id;
    await expect(revokeSession(administrator, { id: secondId })).rejects.toMatchObject({ code: 'not_found' });
    await revokeSession(actor, { id: secondId });
    expect(await findSession(second)).toBeNull();
    expect(await revokeOtherSessions(actor, {})).toEqual({ ended: 1 });
    expect(await findSession(third)).toBeNull();
    expect(await findSession(here)).not.toBeNull();
  });
});

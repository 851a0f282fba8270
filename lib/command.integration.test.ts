import { applySetCookies } from 'better-auth/cookies';
import { afterEach, expect, test } from 'vitest';
import { acceptInvitation } from './auth/commands/accept-invitation';
import { inviteUser } from './auth/commands/invite-user';
import { createUser, prepareUser } from './auth/create-user';
import { findSession, signIn, signOut } from './auth/session';
import { setEnvironment } from './config';
import { db } from './db/client';
import { useTestDatabase } from './db/testing';
import { pauseQueue } from './queues/commands/pause-queue';
import { administrator } from './worker/testing/administrator';

useTestDatabase();
afterEach(() => setEnvironment({ READ_ONLY: '' }));

const password = 'a password of some length';

test('read-only: every command is refused in one sentence and leaves nothing behind', async () => {
  setEnvironment({ READ_ONLY: 'true' });
  await expect(pauseQueue(administrator, { queue: 'default' })).rejects.toMatchObject({
    code: 'forbidden',
    message: 'This console is read-only: nothing can be changed here.',
  });
  expect(await db().queueControl.count()).toBe(0);
  expect(await db().auditEvent.count()).toBe(0);
  setEnvironment({ READ_ONLY: 'false' });
  await pauseQueue(administrator, { queue: 'default' });
  expect(await db().queueControl.count()).toBe(1);
});

test('read-only: an invitation waits until it can be accepted', async () => {
  const { path } = await inviteUser(administrator, { email: 'new@example.org', role: 'viewer' });
  const input = { token: path.split('token=')[1] ?? '', name: 'New', password };
  setEnvironment({ READ_ONLY: 'true' });
  await expect(acceptInvitation(input)).rejects.toMatchObject({ code: 'forbidden' });
  setEnvironment({ READ_ONLY: '' });
  expect(await acceptInvitation(input)).toEqual({ email: 'new@example.org' });
});

test('read-only: people sign in and out', async () => {
  const user = await prepareUser({ name: 'Ada', email: 'ada@example.org', password, role: 'viewer' });
  await createUser(db(), user);
  setEnvironment({ READ_ONLY: 'true' });
  const headers = new Headers();
  applySetCookies(headers, await signIn({ email: 'ada@example.org', password }, headers));
  expect((await findSession(headers))?.actor.name).toBe('Ada');
  await signOut(headers);
  expect(await findSession(headers)).toBeNull();
});

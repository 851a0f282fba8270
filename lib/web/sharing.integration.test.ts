import { applySetCookies } from 'better-auth/cookies';
import { afterEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { createUser, prepareUser } from '@/lib/auth/create-user';
import { permissionsOf } from '@/lib/auth/permissions';
import { signIn, signOut } from '@/lib/auth/session';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { eventHub } from '@/lib/events/hub';
import { EVENTS_CHANNEL, flushEvents, publish } from '@/lib/events/publish';
import { shareAnswer, shareSession, stopSharing } from './sharing';

useTestDatabase();

const ADDRESS = 'http://console/api/overview?window=24h';
const FOR_MS = 600_000;
const actor = (name: string, role: 'viewer' | 'operator'): Actor => ({
  userId: name,
  name,
  permissions: permissionsOf(role),
});
const [one, other, more] = [actor('one', 'viewer'), actor('other', 'viewer'), actor('more', 'operator')];

let reads = 0;
const ask = (who: Actor, url = ADDRESS) => shareAnswer(url, who, FOR_MS, async () => ++reads);

afterEach(async () => {
  reads = 0;
  await stopSharing();
  await flushEvents();
  await (await eventHub()).close();
  delete (globalThis as { yardmasterEventHub?: unknown }).yardmasterEventHub;
});

test('an answer is shared by those who may see the same at the same address', async () => {
  expect(await Promise.all([ask(one), ask(other), ask(one)])).toEqual([1, 1, 1]);
  expect(await ask(more)).toBe(2);
  expect(await ask(one, `${ADDRESS}&queue=low`)).toBe(3);
});

test('what this process has changed is read anew by the next who asks', async () => {
  expect(await ask(one)).toBe(1);
  publish('jobs');
  expect(await ask(one)).toBe(2);
});

test('so is what another process has changed, once that is heard', async () => {
  expect(await ask(one)).toBe(1);
  const hub = await eventHub();
  const heard = new Promise((resolve) => hub.subscribe(resolve));
  await pool().query('SELECT pg_notify($1, $2)', [EVENTS_CHANNEL, '["jobs"]']);
  await heard;
  expect(await ask(one)).toBe(2);
});

test('while nothing is heard nothing is shared', async () => {
  expect(await ask(one)).toBe(1);
  const hub = await eventHub();
  const lost = new Promise<void>((resolve) => {
    hub.subscribe((event) => event.type === 'state' && event.state === 'reconnecting' && resolve());
  });
  await pool().query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yardmaster events' AND datname = current_database()",
  );
  await lost;
  expect(await Promise.all([ask(one), ask(one)])).toEqual([2, 3]);
});

test('a session that has ended is nobody’s any more, at once', async () => {
  const credentials = { email: 'olga@example.org', password: 'a password of some length' };
  await createUser(db(), await prepareUser({ name: 'Olga', role: 'operator', ...credentials }));
  const headers = new Headers();
  applySetCookies(headers, await signIn(credentials, headers));
  expect(await shareSession(headers)).toMatchObject({ actor: { name: 'Olga' } });
  await signOut(headers);
  expect(await shareSession(headers)).toBeNull();
});

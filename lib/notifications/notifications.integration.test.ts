import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { permissionsOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { markAllRead } from './commands/mark-all-read';
import { markNotificationRead } from './commands/mark-notification-read';
import { markUnread } from './commands/mark-unread';
import { countUnread, listNotifications } from './queries';
import { notificationFilter } from './schema';

useTestDatabase();
const actorOf = (userId: string | null): Actor => ({
  userId,
  name: userId ?? 'The system',
  permissions: permissionsOf('viewer'),
});
const mine = actorOf('u1');
const theirs = actorOf('u2');
const filter = (given: object = {}) => notificationFilter.parse(given);

beforeAll(async () => {
  for (const id of ['u1', 'u2'])
    await db().user.create({ data: { id, name: id, email: `${id}@example.org` } });
});
beforeEach(() => db().notification.deleteMany());

async function tell(userId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await db().notification.createMany({
    data: ids.map((id, n) => ({ id, userId, status: 'failed', title: `Job ${n}`, text: 'No power' })),
  });
  return ids;
}

describe('one sees', () => {
  test('one’s own notifications, newest first, page by page', async () => {
    const ids = await tell('u1', 5);
    await tell('u2', 3);
    const first = await listNotifications(mine, filter({ limit: 3 }));
    expect(first.notifications.map(({ title }) => title)).toEqual(['Job 4', 'Job 3', 'Job 2']);
    expect(first).toMatchObject({ next: ids[2], unread: 5 });
    const second = await listNotifications(mine, filter({ limit: 3, before: first.next }));
    expect(second.notifications.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(second.next).toBeNull();
  });

  test('nothing, when one has no account', async () => {
    await tell('u1', 1);
    expect(await listNotifications(actorOf(null), filter())).toEqual({
      notifications: [],
      next: null,
      unread: 0,
    });
  });

  test('a count of what is unread that stops at 100', async () => {
    await tell('u1', 130);
    expect(await countUnread(mine)).toBe(100);
  });
});

describe('one marks as read', () => {
  test('a single one, once', async () => {
    const [id = ''] = await tell('u1', 2);
    await markNotificationRead(mine, { id });
    const { readAt } = await db().notification.findUniqueOrThrow({ where: { id } });
    expect(readAt).toBeInstanceOf(Date);
    await markNotificationRead(mine, { id });
    expect((await db().notification.findUniqueOrThrow({ where: { id } })).readAt).toEqual(readAt);
    const unread = await listNotifications(mine, filter({ unread: 'true' }));
    expect(unread.notifications.map(({ title }) => title)).toEqual(['Job 1']);
  });

  test('never somebody else’s', async () => {
    const [id = ''] = await tell('u1', 1);
    await expect(markNotificationRead(theirs, { id })).rejects.toThrow('does not exist');
    expect(await markAllRead(theirs, { upTo: id })).toMatchObject({ read: 0 });
    expect(await countUnread(mine)).toBe(1);
  });

  test('all that one has seen, and nothing that came since', async () => {
    const [, second = ''] = await tell('u1', 3);
    expect(await markAllRead(mine, { upTo: second })).toMatchObject({ read: 2 });
    expect(await countUnread(mine)).toBe(1);
  });

  test('and takes it back: one, or all that were marked at one moment, but not what was read before', async () => {
    const [first = '', second = '', third = ''] = await tell('u1', 3);
    await markNotificationRead(mine, { id: first });
    const { at } = await markAllRead(mine, { upTo: third });
    expect(await markUnread(theirs, { readAt: at })).toEqual({ unread: 0 });
    expect(await markUnread(mine, { readAt: at })).toEqual({ unread: 2 });
    await markNotificationRead(mine, { id: second });
    expect(await markUnread(mine, { id: second })).toEqual({ unread: 1 });
    expect(await countUnread(mine)).toBe(2);
  });
});

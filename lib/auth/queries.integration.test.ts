import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { listUsers, type UserCursor } from './queries';

useTestDatabase();

const FIRST: UserCursor = { after: null, before: null };
const read = async (cursor: Partial<UserCursor>, q = '') => {
  const { users, hasBefore, hasAfter } = await listUsers(q, { ...FIRST, ...cursor }, 2);
  return [users.map(({ id }) => id).join(' '), hasBefore, hasAfter];
};

beforeAll(async () => {
  // By name, the disabled one last; two bear the same name.
  for (const [id, name] of [
    ['d', 'Dora'],
    ['b', 'Bert'],
    ['a2', 'Ada'],
    ['a1', 'Ada'],
    ['off', 'Aaron'],
  ])
    await db().user.create({
      data: {
        id: id ?? '',
        name: name ?? '',
        email: `${id}@example.org`,
        disabledAt: id === 'off' ? new Date() : null,
      },
    });
  const expiresAt = new Date(Date.now() + 60_000);
  await db().oneTimeLink.create({
    data: { id: 'i', kind: 'invitation', sha256: 'x', email: 'new@example.org', expiresAt },
  });
});

test('users are paged by name both ways, the disabled ones last, without losing or repeating one', async () => {
  expect(await read({})).toEqual(['a1 a2', false, true]);
  expect(await read({ after: 'a2' })).toEqual(['b d', true, true]);
  expect(await read({ after: 'd' })).toEqual(['off', true, false]);
  expect(await read({ before: 'off' })).toEqual(['b d', true, true]);
  expect(await read({ before: 'b' })).toEqual(['a1 a2', false, true]);
});

test('a place that is gone is the first page, and what is searched for is taken literally', async () => {
  expect(await read({ before: 'gone' })).toEqual(['a1 a2', false, true]);
  expect(await read({}, 'ada')).toEqual(['a1 a2', false, false]);
  expect(await read({}, '%')).toEqual(['', false, false]);
});

test('open invitations stand on the first page alone', async () => {
  expect((await listUsers('', FIRST, 2)).invitations).toHaveLength(1);
  expect((await listUsers('', { ...FIRST, after: 'a2' }, 2)).invitations).toEqual([]);
  expect((await listUsers('nobody')).invitations).toEqual([]);
});

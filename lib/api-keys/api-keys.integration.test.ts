import { describe, expect, it, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { findApiKey } from '@/lib/auth/api-key';
import { changeRole } from '@/lib/auth/commands/change-role';
import { disableUser } from '@/lib/auth/commands/disable-user';
import { permissionsOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { useTestDatabase } from '@/lib/db/testing';
import { administrator } from '@/lib/worker/testing/administrator';
import { createApiKey } from './commands/create-api-key';
import { revokeApiKey } from './commands/revoke-api-key';
import { listApiKeys } from './queries';

useTestDatabase();

let people = 0;
async function addUser(role: Role): Promise<Actor & { userId: string }> {
  const name = `${role} ${++people}`;
  const id = name.replace(' ', '-');
  await db().user.create({ data: { id, name, email: `${id}@example.org`, role } });
  return { userId: id, name, permissions: permissionsOf(role) };
}

const keyOf = (actor: Actor, role: Role = 'viewer', days: number | null = 30) =>
  createApiKey(actor, { name: 'the signal box', role, days });

describe('a key', () => {
  it('lets a program act as its owner; only its hash and its first characters are stored', async () => {
    const owner = await addUser('operator');
    const { id, text } = await keyOf(owner, 'operator');
    const found = await findApiKey(text);
    expect(found).toMatchObject({ id, role: 'operator', actor: { userId: owner.userId } });
    expect(found?.actor.permissions).toEqual(permissionsOf('operator'));
    expect(found?.actor.name).toBe('operator 1, by the key the signal box');
    const row = await db().apiKey.findUniqueOrThrow({ where: { id } });
    expect(text.startsWith(row.prefix)).toBe(true);
    expect(row.prefix).toHaveLength(10);
    const stored = JSON.stringify([row, await db().auditEvent.findMany()]);
    expect(stored).not.toContain(text);
    expect(stored).toContain('api_key.create');
  });

  it('has at most the role of its owner, when it is made and ever after', async () => {
    const owner = await addUser('operator');
    await expect(keyOf(owner, 'administrator')).rejects.toMatchObject({ code: 'forbidden' });
    const { text } = await keyOf(owner, 'operator');
    await changeRole(administrator, { id: owner.userId, role: 'viewer' });
    expect(await findApiKey(text)).toMatchObject({ role: 'viewer' });
    const lesser = await keyOf(owner, 'viewer');
    await changeRole(administrator, { id: owner.userId, role: 'operator' });
    expect((await findApiKey(lesser.text))?.actor.permissions).toEqual(permissionsOf('viewer'));
  });

  it('works until it expires, is revoked, or its owner is disabled', async () => {
    await addUser('administrator');
    const owner = await addUser('viewer');
    const [expires, revoked, orphan] = [
      await keyOf(owner),
      await keyOf(owner),
      await keyOf(owner, 'viewer', null),
    ];
    await db().apiKey.update({ where: { id: expires.id }, data: { expiresAt: new Date(0) } });
    expect(await findApiKey(expires.text)).toBeNull();
    await revokeApiKey(owner, { id: revoked.id });
    expect(await findApiKey(revoked.text)).toBeNull();
    expect(await findApiKey(orphan.text)).not.toBeNull();
    await disableUser(administrator, { id: owner.userId });
    expect(await findApiKey(orphan.text)).toBeNull();
  });

  it('is not found by what only looks like one', async () => {
    const { text } = await keyOf(await addUser('viewer'));
    for (const other of [
      '',
      'ym_',
      text.slice(0, 10),
      `${text}x`,
      text.toLowerCase(),
      text.replace('ym_', 'ym-'),
    ])
      expect(await findApiKey(other), other).toBeNull();
  });

  it('remembers when it was last used, without a write at every use', async () => {
    const { id, text } = await keyOf(await addUser('viewer'));
    const lastUsed = async () => (await db().apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await findApiKey(text);
    const first = await lastUsed();
    expect(first).not.toBeNull();
    await findApiKey(text);
    expect(await lastUsed()).toEqual(first);
    await db().apiKey.update({ where: { id }, data: { lastUsedAt: new Date(0) } });
    await findApiKey(text);
    expect((await lastUsed())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? Infinity);
  });
});

test('one sees and revokes one’s own keys; who administers users everybody’s', async () => {
  const [one, other, admin] = [
    await addUser('viewer'),
    await addUser('viewer'),
    await addUser('administrator'),
  ];
  const mine = await keyOf(one);
  const theirs = await keyOf(other);
  expect((await listApiKeys(one)).map(({ id }) => id)).toEqual([mine.id]);
  await expect(revokeApiKey(one, { id: theirs.id })).rejects.toMatchObject({ code: 'not_found' });
  const seen = await listApiKeys(admin);
  expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining([mine.id, theirs.id]));
  expect(JSON.stringify(seen)).not.toContain('sha256');
  await revokeApiKey(admin, { id: theirs.id });
  expect(await listApiKeys(other)).toEqual([]);
});

test('how many keys somebody has is limited', async () => {
  const owner = await addUser('viewer');
  const row = { userId: owner.userId, name: 'x', role: 'viewer' as const, prefix: 'ym_' };
  await db().apiKey.createMany({
    data: Array.from({ length: 99 }, (_, n) => ({ ...row, id: `k${n}`, sha256: `h${n}` })),
  });
  const tries = await Promise.allSettled([keyOf(owner), keyOf(owner)]);
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

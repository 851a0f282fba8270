import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { findViolations } from '@/lib/doctor/find-violations';
import { sendMessages } from './messages';
import { buildWorld, insertWorld } from './world';

useTestDatabase();

test('a world takes the place of another whole, or the other one stays', async () => {
  const now = new Date();
  const [first, second] = [buildWorld(now), buildWorld(now)];
  await insertWorld(first);
  const ids = async () => (await db().job.findMany({ select: { id: true } })).map(({ id }) => id).sort();
  const before = await ids();
  const broken = { ...second, jobs: [...second.jobs, ...second.jobs.slice(0, 1)] };
  await expect(insertWorld(broken, { replace: true })).rejects.toThrow('Unique constraint');
  expect(await ids()).toEqual(before);
  // The groups of failures are among what has to go first: their keys are the same in both worlds.
  await insertWorld(second, { replace: true });
  expect(await db().failureGroup.count()).toBeGreaterThan(0);
});

test('every invariant holds in a world that has just been stored, and users have views', async () => {
  await db().user.create({ data: { id: 'u1', name: 'Administrator', email: 'a@example.org' } });
  await insertWorld(buildWorld(new Date()), { replace: true });
  expect(await sendMessages()).toBeGreaterThan(40);
  // However slow the machine: the invented workers' hearts do not beat here.
  expect(await findViolations({ patience: 10 })).toEqual([]);
  expect(await db().savedView.count({ where: { userId: 'u1', shared: true } })).toBe(1);
});

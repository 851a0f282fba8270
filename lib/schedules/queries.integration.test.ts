import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { permissionsOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { findSchedule, getSchedule, listSchedules } from './queries';
import { scheduleFilter } from './schema';

useTestDatabase();

const ANCHOR = new Date('2026-01-01T00:00:00Z');
const viewer: Actor = { userId: null, name: 'viewer', permissions: permissionsOf('viewer') };
const operator: Actor = { userId: null, name: 'operator', permissions: permissionsOf('operator') };
const filter = (given: Partial<ReturnType<typeof scheduleFilter.parse>> = {}) => ({
  ...scheduleFilter.parse({}),
  ...given,
});

const schedule = (name: string, given: object = {}) => ({
  id: newId(),
  name,
  runner: 'core.HousekeepingJob',
  queue: 'default',
  timeoutMs: 1000,
  intervalMinutes: 60,
  anchorAt: ANCHOR,
  ...given,
});

const many = Array.from({ length: 120 }, (_, n) => schedule(`Sync ${String(n % 60).padStart(3, '0')}`));
const paused = schedule('Paused 100%', { pausedAt: ANCHOR, pausedBy: 'operator', pauseReason: 'a reason' });
const ended = schedule('Ended', { endedAt: ANCHOR, endReason: 'object_deleted' });
const told = schedule('Told', { args: { secret: 1 } });

beforeAll(async () => {
  await db().schedule.createMany({ data: [...many, paused, ended, told] });
  const job = {
    runner: 'core.HousekeepingJob',
    name: 'Told',
    queue: 'default',
    timeoutMs: 1000,
    scheduleId: told.id,
  };
  const at = new Date();
  await db().job.createMany({
    data: [
      { ...job, id: newId(), status: 'completed', completedAt: at },
      { ...job, id: newId(), status: 'failed', completedAt: at },
      { ...job, id: newId(), status: 'pending' },
      { ...job, id: newId(), status: 'scheduled', armed: true, occurrenceAt: at, runAt: at },
    ],
  });
});

test('pages run through all schedules once, also those of one name, and back to the first page', async () => {
  const pages = [await listSchedules(filter())];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(await listSchedules(filter({ after: next })));
  const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
  expect(ids.length).toBe(122);
  expect(new Set(ids).size).toBe(122);
  expect(pages[0]?.previous).toBeNull();

  const last = pages.at(-1);
  const before = await listSchedules(filter({ before: last?.previous ?? '' }));
  expect(before).toEqual(pages.at(-2));
});

test('those that ended are only listed when asked for', async () => {
  const names = async (state: 'active' | 'paused' | 'ended') =>
    (await listSchedules(filter({ state, search: 'ed' }))).items.map(({ name }) => name);
  expect(await names('ended')).toEqual(['Ended']);
  expect(await names('paused')).toEqual(['Paused 100%']);
  expect(await names('active')).toEqual([]);
});

test('a search takes % and _ for what they are', async () => {
  expect((await listSchedules(filter({ search: '0%' }))).items.map(({ name }) => name)).toEqual([
    'Paused 100%',
  ]);
  expect((await listSchedules(filter({ search: '_' }))).items).toEqual([]);
});

test('a cursor that makes no sense shows the first page', async () => {
  expect(await listSchedules(filter({ after: "'; DROP TABLE schedule" }))).toEqual(
    await listSchedules(filter()),
  );
});

test('a summary tells the waiting occurrence, the live job and the outcomes, newest first', async () => {
  const [summary] = (await listSchedules(filter({ search: 'Told' }))).items;
  expect(summary).toMatchObject({ rhythm: 'every hour', state: 'active', liveStatus: 'pending' });
  expect(summary?.nextRunAt).not.toBeNull();
  expect(summary?.nextJobId).not.toBe(summary?.liveJobId);
  expect(summary?.outcomes.map(({ status }) => status)).toEqual(['failed', 'completed']);
});

test('arguments are only for those who may see payloads', async () => {
  expect(await getSchedule(told.id, operator)).toMatchObject({ args: { secret: 1 }, argsHidden: false });
  expect(await getSchedule(told.id, viewer)).toMatchObject({ args: null, argsHidden: true });
});

test('the next ten times lie on the grid; a paused schedule has none', async () => {
  const { nextTimes } = await getSchedule(told.id, operator);
  expect(nextTimes).toHaveLength(10);
  expect(nextTimes.every((time) => new Date(time).getUTCMinutes() === 0)).toBe(true);
  expect((await getSchedule(paused.id, operator)).nextTimes).toEqual([]);
});

test('no such schedule, whatever the id looks like', async () => {
  expect(await findSchedule('nonsense', operator)).toBeNull();
  await expect(getSchedule(newId(), operator)).rejects.toMatchObject({ code: 'not_found' });
});

import { beforeEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { type End, EndCounter, MINUTE_MS } from './end-counter';
import { statisticsOf } from './queries';
import { storeCounts } from './store-counts';

useTestDatabase();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const countedBy = newId();
const thisMinute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
const thisHour = () => Math.floor(Date.now() / HOUR) * HOUR;

const empty = () => pool().query('TRUNCATE job_statistic, job_statistic_hour');
beforeEach(empty);

const none = { failed: 0, errored: 0, cancelled: 0, waitBuckets: [], waitCounts: [] };
const hour = (at: number, completed: number, queue = 'low') =>
  db().jobStatisticHour.create({
    data: {
      ...{ at: new Date(at), queue, runner: 'a.B', completed, ...none },
      ...{ runBuckets: [8], runCounts: [completed] },
    },
  });
const minute = (at: number, completed: number, given: { lateAt?: Date; countedBy?: string } = {}) =>
  db().jobStatistic.create({
    data: { at: new Date(at), queue: 'low', runner: 'a.B', countedBy: newId(), completed, ...given },
  });
const change = (at: number, completed: number) =>
  db().jobStatisticHour.updateMany({ where: { at: new Date(at) }, data: { completed } });
const completed = async (of: { queue?: string } = {}) =>
  (await statisticsOf({ window: '7d', ...of })).totals.completed;

test('what is over for days is read once, what may still change each time', async () => {
  const [old, recent] = [thisHour() - 5 * DAY, thisHour() - HOUR];
  await hour(old, 1);
  await hour(recent, 10);
  expect(await completed()).toBe(11);
  await change(old, 1_000);
  await change(recent, 20);
  await minute(thisHour(), 100);
  const { totals, points } = await statisticsOf({ window: '7d' });
  expect(totals.completed).toBe(121);
  expect(points.filter((point) => point.completed > 0).map((point) => point.completed)).toContain(1);
  // Percentiles are those of all steps, the kept ones among them.
  expect(totals.run?.p50).toBeGreaterThan(0);
});

test('each queue is kept by itself', async () => {
  await hour(thisHour() - 5 * DAY, 1, 'low');
  await hour(thisHour() - 5 * DAY, 2, 'high');
  await hour(thisHour() - HOUR, 4, 'high');
  const all = async () => [
    await completed(),
    await completed({ queue: 'low' }),
    await completed({ queue: 'high' }),
  ];
  expect(await all()).toEqual([7, 1, 6]);
  expect(await all()).toEqual([7, 1, 6]);
});

test('nothing is kept of a table that was emptied', async () => {
  await hour(thisHour() - 5 * DAY, 1);
  await hour(thisHour() - HOUR, 1);
  expect(await completed()).toBe(2);
  await empty();
  expect(await completed()).toBe(0);
});

test('what comes late is read, and with it all that it may change', async () => {
  const [last, before] = [thisHour() - 4 * DAY, thisHour() - 4 * DAY - 2 * HOUR];
  await hour(before, 1);
  await hour(last, 1);
  expect(await completed()).toBe(2);
  await change(before, 10);
  expect(await completed()).toBe(2);
  await minute(before, 9, { lateAt: new Date() });
  expect(await completed()).toBe(11);
  // Until the hours have been added up again.
  await change(before, 20);
  expect(await completed()).toBe(21);
});

test('of a day, steps that are over for minutes are read once, until something comes late', async () => {
  const day = async () => (await statisticsOf({ window: '24h' })).totals.completed;
  const [old, now] = [thisMinute() - 2 * HOUR, thisMinute()];
  await minute(old, 1);
  await minute(now, 10);
  expect(await day()).toBe(11);
  await db().jobStatistic.updateMany({ where: { at: new Date(old) }, data: { completed: 1_000 } });
  await db().jobStatistic.updateMany({ where: { at: new Date(now) }, data: { completed: 20 } });
  expect(await day()).toBe(21);
  await minute(old, 1, { lateAt: new Date() });
  expect(await day()).toBe(1_021);
  // More of what came late may be committed a moment later.
  await minute(old, 2, { lateAt: new Date(Date.now() - 100) });
  expect(await day()).toBe(1_023);
});

test('counts that are stored minutes after their own are marked as late, also where some of them were there', async () => {
  const counter = new EndCounter();
  const end = (at: number): End => ({
    ...{ queue: 'low', runner: 'a.B', status: 'completed', jobId: newId(), at },
    ...{ waitMs: 1, runMs: 1, fingerprint: null, error: null },
  });
  const [old, now] = [thisMinute() - HOUR, thisMinute()];
  await minute(old, 1, { countedBy });
  for (const at of [old, old, now]) counter.count(end(at));
  await storeCounts(countedBy, counter.take());
  const rows = await db().jobStatistic.findMany({ orderBy: { at: 'asc' } });
  expect(rows.map((row) => [row.completed, row.lateAt !== null])).toEqual([
    [2, true],
    [1, false],
  ]);
});

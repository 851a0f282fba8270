import { beforeEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { statisticsOf } from './queries';

useTestDatabase();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
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
  await db().jobStatistic.create({
    data: { at: new Date(thisHour()), queue: 'low', runner: 'a.B', countedBy: newId(), completed: 100 },
  });
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

test('while no hour has been added up for days, those before it are read each time', async () => {
  const [last, before] = [thisHour() - 4 * DAY, thisHour() - 5 * DAY];
  await hour(before, 1);
  await hour(last, 1);
  expect(await completed()).toBe(2);
  await change(before, 10);
  expect(await completed()).toBe(11);
});

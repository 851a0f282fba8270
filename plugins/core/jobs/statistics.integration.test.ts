import { beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { db, newId } from '@/lib/plugins';
import { StatisticsJob } from './statistics';

useTestDatabase();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const thisHour = () => Math.floor(Date.now() / HOUR) * HOUR;

beforeEach(async () => {
  await db().$executeRawUnsafe('TRUNCATE job_statistic, job_statistic_hour, queue_depth, failure_group');
});

const counted = (
  at: number,
  more: { completed?: number; runBuckets?: number[]; runCounts?: number[] } = {},
) =>
  db().jobStatistic.create({
    data: { at: new Date(at), queue: 'low', runner: 'a.B', countedBy: newId(), completed: 1, ...more },
  });
const hours = () => db().jobStatisticHour.findMany({ where: { runner: 'a.B' }, orderBy: { at: 'asc' } });
const keepHouse = async () =>
  expect(await StatisticsJob.enqueue({ immediate: true })).toMatchObject({
    status: 'completed',
    error: null,
  });

test('minutes of all processes are added up to hours that are over; twice is as good as once', async () => {
  const last = thisHour() - HOUR;
  await counted(last, { completed: 2, runBuckets: [3, 8], runCounts: [1, 1] });
  await counted(last, { completed: 3, runBuckets: [8], runCounts: [3] });
  await counted(last + 59 * MINUTE);
  await counted(thisHour());
  await keepHouse();
  await keepHouse();
  const [hour, ...others] = await hours();
  expect(others).toEqual([]);
  expect(hour).toMatchObject({ at: new Date(last), completed: 6, runBuckets: [3, 8], runCounts: [1, 4] });
});

test('what comes late for an hour is added to it', async () => {
  const at = thisHour() - 3 * HOUR;
  await counted(at);
  await counted(thisHour() - HOUR);
  await keepHouse();
  await counted(at + MINUTE, { completed: 5 });
  await keepHouse();
  expect((await hours()).map(({ completed }) => completed)).toEqual([6, 1]);
});

test('minutes go after a week, and the hours that they were added up to stay', async () => {
  const at = thisHour() - 8 * DAY;
  await counted(at);
  await counted(at + MINUTE);
  await keepHouse();
  expect(await db().jobStatistic.count({ where: { runner: 'a.B' } })).toBe(0);
  await keepHouse();
  expect(await hours()).toMatchObject([{ completed: 2 }]);
});

test('all else goes after STATISTICS_RETENTION_DAYS', async () => {
  const old = new Date(thisHour() - 91 * DAY);
  const recent = new Date(thisHour() - 89 * DAY);
  const group = { runner: 'a.B', count: 1, status: 'failed', error: 'Boom', jobId: newId() } as const;
  for (const at of [old, recent]) {
    await db().queueDepth.create({ data: { queue: 'low', at, pending: 1, running: 0 } });
    const seen = { firstSeenAt: old, lastSeenAt: at, fingerprint: String(at.getTime()) };
    await db().failureGroup.create({ data: { ...group, ...seen } });
  }
  await keepHouse();
  expect(await db().queueDepth.findMany()).toMatchObject([{ at: recent }]);
  expect(await db().failureGroup.findMany()).toMatchObject([{ lastSeenAt: recent }]);
});

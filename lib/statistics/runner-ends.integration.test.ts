import { beforeEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { bucketOf } from './histogram';
import { endsByRunner } from './runner-ends';

useTestDatabase();
beforeEach(() => pool().query('TRUNCATE job_statistic, job_statistic_hour'));

const HOUR = 3_600_000;
const thisHour = () => Math.floor(Date.now() / HOUR) * HOUR;
const counts = (at: number, runner: string, completed: number, runMs: number) => ({
  ...{ at: new Date(at), queue: 'low', runner, completed, failed: 1, errored: 0, cancelled: 5 },
  ...{ waitBuckets: [], waitCounts: [], runBuckets: [bucketOf(runMs)], runCounts: [completed + 1] },
});
const addHour = (...given: Parameters<typeof counts>) =>
  db().jobStatisticHour.create({ data: counts(...given) });
const addMinute = (...given: Parameters<typeof counts>) =>
  db().jobStatistic.create({ data: { ...counts(...given), countedBy: newId() } });

test('ends of a week are added up by runner, each hour once, whether it was rolled up or not', async () => {
  await addHour(thisHour() - 8 * 24 * HOUR, 'a.Old', 9, 10);
  await addHour(thisHour() - 2 * 24 * HOUR, 'a.Slow', 97, 60_000);
  await addHour(thisHour() - HOUR, 'a.Quick', 8, 10);
  // The same hour's minutes are still there.
  await addMinute(thisHour() - HOUR, 'a.Quick', 8, 10);
  await addMinute(thisHour(), 'a.Quick', 2, 10);
  await addMinute(thisHour(), 'a.Quick', 3, 10);
  const { 'a.Slow': slow, 'a.Quick': quick, ...others } = await endsByRunner();
  expect(others).toEqual({});
  expect(slow).toMatchObject({ completed: 97, failed: 1, errored: 0 });
  expect(quick).toMatchObject({ completed: 13, failed: 3, errored: 0 });
  expect(quick?.run?.p95).toBeGreaterThan(8);
  expect(quick?.run?.p95).toBeLessThan(12);
  expect(slow?.run?.p50).toBeGreaterThan(50_000);
});

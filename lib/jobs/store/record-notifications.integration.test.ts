import { beforeAll, beforeEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { JobFailed, JobRunner } from '@/lib/jobs';
import { addFixtures, Fails, Returns } from '../testing/fixture-plugin';
import { MOST_LOST, reapJobs } from './reap-jobs';

useTestDatabase();
const user = { id: 'u1' };
beforeAll(async () => {
  await addFixtures();
  await db().user.create({ data: { ...user, name: 'Operator', email: 'operator@example.org' } });
});
beforeEach(async () => {
  await db().job.deleteMany();
  await db().notification.deleteMany();
});

class Errs extends JobRunner {
  async run() {
    throw new TypeError('Not a number');
  }
}

const runners = { completed: Returns, failed: Fails, errored: Errs };
const told = () => db().notification.findMany({ orderBy: { id: 'asc' } });

test.each([
  ['always', 'completed', 1],
  ['always', 'failed', 1],
  ['always', 'errored', 1],
  ['on_failure', 'completed', 0],
  ['on_failure', 'failed', 1],
  ['on_failure', 'errored', 1],
  ['never', 'completed', 0],
  ['never', 'failed', 0],
  ['never', 'errored', 0],
] as const)('A31 %s, and the job is %s: %d', async (notifications, status, count) => {
  const job = await runners[status].enqueue({ immediate: true, user, notifications });
  expect(job.status).toBe(status);
  const expected = {
    userId: user.id,
    jobId: job.id,
    status,
    title: job.name,
    text: job.error ?? '',
    readAt: null,
  };
  expect(await told()).toMatchObject(Array.from({ length: count }, () => expected));
});

test('a job without a user tells nobody', async () => {
  await Fails.enqueue({ immediate: true });
  expect(await told()).toEqual([]);
});

test('of a long error it says the beginning, and its id sorts by time', async () => {
  class Rambles extends JobRunner {
    async run() {
      throw new JobFailed('no power '.repeat(500));
    }
  }
  const before = newId();
  await Rambles.enqueue({ immediate: true, user });
  const [notification] = await told();
  expect(notification?.text).toHaveLength(500);
  expect(notification?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
  const millisecond = (id = ''): string => id.slice(0, 13);
  expect(millisecond(notification?.id) >= millisecond(before)).toBe(true);
  expect(millisecond(notification?.id) <= millisecond(newId())).toBe(true);
});

test('A31 a job that has lost its worker too often tells its user; the notification outlives it', async () => {
  const jobs = [await Returns.enqueue({ user }), await Returns.enqueue({ user, notifications: 'never' })];
  await pool().query(
    "UPDATE job SET status = 'running', attempt_no = 1, started_at = now(), worker_id = $1, lost_attempts = $2",
    [newId(), MOST_LOST - 1],
  );
  expect(await reapJobs()).toHaveLength(2);
  expect(await told()).toMatchObject([{ jobId: jobs[0]?.id, status: 'errored', title: 'Returns' }]);
  expect((await told())[0]?.text).toContain('worker was lost 3 times');
  await db().job.deleteMany();
  expect(await told()).toMatchObject([{ jobId: null, title: 'Returns' }]);
});

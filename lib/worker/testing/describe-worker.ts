import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { type Job, objectRef } from '@/lib/jobs';
import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { deleteJob } from '@/lib/jobs/commands/delete-job';
import {
  Apart,
  Fails,
  Greets,
  HasTimeout,
  Returns,
  Sleeps,
  Spins,
  SpinsTooLong,
  Throws,
} from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { pauseQueue } from '@/lib/queues/commands/pause-queue';
import { resumeQueue } from '@/lib/queues/commands/resume-queue';
import { administrator } from './administrator';
import { type SpawnedWorker, spawnWorker } from './spawn-worker';

const ended = (job: Job) =>
  waitFor(`the end of ${job.name}`, () =>
    db().job.findFirst({ where: { id: job.id, completedAt: { not: null } } }),
  );
const running = (job: Job) =>
  waitFor(`the start of ${job.name}`, () => db().job.findFirst({ where: { id: job.id, status: 'running' } }));

/**
 * What a worker does, on whatever transport: the stories that every backend must tell alike. Called within a `describe`
 * of a file that has a test database and the fixtures. `transport` is read when the stories run.
 */
export function describeWorker(transport: () => string): void {
  let worker: SpawnedWorker;
  beforeEach(async () => {
    await db().job.deleteMany();
    worker = await spawnWorker({ redisUrl: transport(), slots: 4 });
  });
  afterEach(async () => {
    await worker.end('SIGTERM');
  });

  test('A15, A25 serves high, default and low, and runs what is enqueued to its end', async () => {
    expect(worker.output()).toContain('no queue was named, so it serves high, default, low');
    const job = await Greets.enqueue({ args: { name: 'yard', lines: 3 } });
    expect(await ended(job)).toMatchObject({
      status: 'completed',
      data: { greeted: 'yard' },
      attemptNo: 1,
      progressDone: 3,
      progressTotal: 3,
      workerId: worker.id,
    });
    const log = await db().jobLogEntry.findMany({ where: { jobId: job.id }, orderBy: { seq: 'asc' } });
    expect(log.map(({ message }) => message)).toEqual([1, 2, 3].map((line) => `Hello yard, line ${line}`));
    expect(await ended(await Fails.enqueue())).toMatchObject({
      status: 'failed',
      error: 'The site has no power',
    });
    expect(await ended(await HasTimeout.enqueue())).toMatchObject({ status: 'errored', reason: 'timed_out' });
  });

  test('tries again after a failed attempt, and keeps both', async () => {
    const job = await Throws.enqueue();
    expect(await ended(job)).toMatchObject({ status: 'errored', attemptNo: 2, failedAttempts: 2 });
    const attempts = await db().jobAttempt.findMany({ where: { jobId: job.id } });
    expect(attempts).toMatchObject([{ no: 1, outcome: 'errored', error: 'TypeError: Not a number' }]);
  });

  test('runs a job at its time, and not before', async () => {
    const scheduleAt = new Date(Date.now() + 1_200);
    const job = await ended(await Returns.enqueue({ scheduleAt }));
    expect(job.startedAt?.getTime()).toBeGreaterThanOrEqual(scheduleAt.getTime());
  });

  test('A26 starts no low job while a high one waits', async () => {
    await Returns.enqueueMany(Array.from({ length: 1_000 }, () => ({ queueName: 'low' })));
    await waitFor(
      'the first low jobs',
      async () => (await db().job.count({ where: { queue: 'low', status: 'completed' } })) > 20,
    );
    const high = await Returns.enqueueMany(Array.from({ length: 100 }, () => ({ queueName: 'high' })));
    await waitFor(
      'the end of all',
      async () => (await db().job.count({ where: { completedAt: null } })) === 0,
    );
    const [{ begun } = { begun: -1 }] = await db().$queryRawUnsafe<{ begun: number }[]>(
      `WITH high AS (SELECT min(started_at) AS first, max(started_at) AS last FROM job WHERE queue = 'high')
       SELECT count(*)::int AS begun FROM job, high WHERE queue = 'low' AND started_at > high.first AND started_at < high.last`,
    );
    expect(high).toHaveLength(100);
    expect(begun).toBe(0);
  });

  test('A27 starts nothing of a paused queue, not after its own restart either', async () => {
    await pauseQueue(administrator, { queue: 'low', reason: 'Maintenance' });
    const job = await Returns.enqueue({ queueName: 'low' });
    await ended(await Returns.enqueue({ queueName: 'default' }));
    await worker.end('SIGTERM');
    worker = await spawnWorker({ redisUrl: transport(), slots: 4 });
    await ended(await Returns.enqueue({ queueName: 'high' }));
    expect((await db().job.findUniqueOrThrow({ where: { id: job.id } })).status).toBe('pending');
    await resumeQueue(administrator, { queue: 'low' });
    expect((await ended(job)).status).toBe('completed');
  });

  test('A29 stops a running job that is cancelled or deleted', async () => {
    const cancelled = await Sleeps.enqueue();
    const deleted = await Sleeps.enqueue();
    await running(cancelled);
    await running(deleted);
    await cancelJob(administrator, { id: cancelled.id, reason: 'Not needed' });
    expect(await ended(cancelled)).toMatchObject({
      status: 'cancelled',
      reason: 'cancelled_by_user',
      cancelAskedBy: administrator.name,
    });
    await deleteJob(administrator, { id: deleted.id });
    // With all four slots free again these four can only run at the same time if the deleted one has stopped.
    const four = await Promise.all([1, 2, 3, 4].map(() => Sleeps.enqueue({ args: { ms: 10 } })));
    for (const job of four) expect((await ended(job)).status).toBe('completed');
    expect(await db().job.findUnique({ where: { id: deleted.id } })).toBeNull();
  });

  test('A29 takes a cancelled job that waits out of its queue', async () => {
    const job = await Returns.enqueue({ scheduleAt: new Date(Date.now() + 600_000) });
    expect(await cancelJob(administrator, { id: job.id })).toEqual({ status: 'cancelled' });
    await expect(cancelJob(administrator, { id: job.id })).rejects.toThrow('already ended');
    expect(await db().auditEvent.count({ where: { targetId: job.id, action: 'job.cancel' } })).toBe(1);
  });

  test('A28 leaves a job alone whose runner it does not know, until a worker comes that does', async () => {
    await worker.end('SIGTERM');
    worker = await spawnWorker({ redisUrl: transport(), slots: 4, env: { NO_FIXTURES: 'yes' } });
    const job = await Returns.enqueue();
    const find = () => db().job.findUniqueOrThrow({ where: { id: job.id } });
    await waitFor('it to be put back', async () => (await find()).reason === 'unknown_runner');
    expect(await find()).toMatchObject({ attemptNo: 0, failedAttempts: 0, completedAt: null });
    const newer = await spawnWorker({ redisUrl: transport(), slots: 4 });
    expect(await ended(job)).toMatchObject({ status: 'completed', workerId: newer.id, attemptNo: 1 });
    const knows = { runners: { has: job.runner }, endedAt: null };
    expect((await db().workerProcess.findMany({ where: knows })).map(({ id }) => id)).toEqual([newer.id]);
    await newer.end('SIGTERM');
  });

  test('A30 kills an isolated job that heeds nothing, on its timeout and on cancel', async () => {
    const apart = await ended(await Apart.enqueue({ instance: objectRef('fixture.site', 7) }));
    expect(apart).toMatchObject({ status: 'completed', data: { site: { name: 'Site 7' } }, progressDone: 1 });
    expect((apart.data as { pid: number }).pid).not.toBe(worker.process.pid);
    const late = await SpinsTooLong.enqueue();
    const cancelled = await Spins.enqueue();
    const line = await waitFor('its first line', () =>
      db().jobLogEntry.findFirst({ where: { jobId: cancelled.id } }),
    );
    await cancelJob(administrator, { id: cancelled.id });
    expect((await ended(cancelled)).status).toBe('cancelled');
    const pid = Number(/process (\d+)/.exec(line.message)?.[1]);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await ended(late)).toMatchObject({ status: 'errored', reason: 'timed_out' });
  });

  test('a limit on a queue holds, and all of it is done', async () => {
    await db().queueControl.upsert({
      where: { queue: 'low' },
      create: { queue: 'low', concurrency: 2 },
      update: { concurrency: 2 },
    });
    const jobs = await Sleeps.enqueueMany(
      Array.from({ length: 8 }, () => ({ queueName: 'low', args: { ms: 150 } })),
    );
    await waitFor(
      'the end of all',
      async () => (await db().job.count({ where: { queue: 'low', status: 'completed' } })) === jobs.length,
    );
    const [{ most } = { most: -1 }] = await db().$queryRawUnsafe<{ most: number }[]>(
      `SELECT max((SELECT count(*) FROM job b WHERE b.queue = 'low' AND b.started_at <= a.started_at AND b.completed_at > a.started_at))::int
         AS most FROM job a WHERE a.queue = 'low'`,
    );
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(2);
    await db().queueControl.deleteMany();
  });
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { expectNoViolations } from '@/lib/doctor/testing/expect-no-violations';
import type { Job } from '@/lib/jobs';
import { addFixtures, Kills, Returns, Sleeps } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { pauseQueue } from '@/lib/queues/commands/pause-queue';
import { resumeQueue } from '@/lib/queues/commands/resume-queue';
import { type RedisServer, startRedis } from '@/scripts/setup/redis';
import { redisCommand } from '@/scripts/setup/redis-command';
import { administrator } from './testing/administrator';
import { tellRecovery } from './testing/recovery';
import { killSpawnedWorkers, spawnWorker } from './testing/spawn-worker';

useTestDatabase();
let redis: RedisServer;
beforeAll(async () => {
  await addFixtures();
  redis = await startRedis();
});
afterAll(async () => {
  killSpawnedWorkers();
  await redis.stop();
});
beforeEach(async () => {
  await db().job.deleteMany();
  await db().schedule.deleteMany();
});

const find = (job: Job) => db().job.findUniqueOrThrow({ where: { id: job.id } });
const running = (job: Job) => waitFor('a start', async () => (await find(job)).startedAt);
const firstLogged = (job: Job) =>
  waitFor('a log line', () => db().jobLogEntry.findFirst({ where: { jobId: job.id } }));
const noneLeft = () =>
  waitFor(
    'the end of all jobs',
    async () => (await db().job.count({ where: { completedAt: null, armed: false } })) === 0,
  );

describe.each(['postgres', 'redis'] as const)('faults on %s', (backend) => {
  const redisUrl = () => (backend === 'redis' ? redis.url : '');

  test('F1 a worker killed in mid-job: the job runs again on another, its log is kept', async () => {
    const worker = await spawnWorker({ redisUrl: redisUrl() });
    const job = await Sleeps.enqueue({ args: { laterMs: 10 } });
    await running(job);
    await firstLogged(job);
    const other = await spawnWorker({ redisUrl: redisUrl() });
    await worker.end('SIGKILL');
    const killed = Date.now();
    await waitFor('the second attempt', async () => (await find(job)).attemptNo === 2);
    tellRecovery('F1', `${backend}: from SIGKILL to the second attempt`, killed);
    await noneLeft();
    expect(await find(job)).toMatchObject({
      status: 'completed',
      workerId: other.id,
      lostAttempts: 1,
      failedAttempts: 0,
    });
    expect(await db().jobAttempt.findMany({ where: { jobId: job.id } })).toMatchObject([
      { no: 1, outcome: 'lost', workerId: worker.id },
    ]);
    expect(
      await db().jobLogEntry.findMany({ where: { jobId: job.id }, orderBy: { attempt: 'asc' } }),
    ).toMatchObject([
      { attempt: 1, message: 'Begun, attempt 1' },
      { attempt: 2, message: 'Begun, attempt 2' },
    ]);
    await expectNoViolations({ redisUrl: redisUrl() });
    await other.end('SIGTERM');
  });

  test('F2 a shutdown lets the short job finish and hands the long one back, no attempt burnt', async () => {
    const worker = await spawnWorker({ redisUrl: redisUrl(), shutdownTimeoutMs: 5_000 });
    const short = await Sleeps.enqueue({ args: { ms: 3_000 } });
    const long = await Sleeps.enqueue({ args: { ms: 60_000 } });
    await running(short);
    await running(long);
    const asked = Date.now();
    expect(await worker.end('SIGTERM')).toBe(0);
    tellRecovery('F2', `${backend}: from SIGTERM to exit 0, of it 5 s shutdown timeout`, asked);
    expect((await find(short)).status).toBe('completed');
    expect(await find(long)).toMatchObject({
      status: 'pending',
      failedAttempts: 0,
      lostAttempts: 0,
      workerId: null,
    });
    expect(await db().jobAttempt.findMany({ where: { jobId: long.id } })).toMatchObject([
      { outcome: 'interrupted' },
    ]);
    await expectNoViolations({ redisUrl: redisUrl() });
  });

  test('F6, F7 what was committed while no worker was there starts; workers that start together make one schedule', async () => {
    const jobs = await Returns.enqueueMany(Array.from({ length: 50 }, () => ({})));
    const recurring = await Returns.enqueue({ interval: 60 });
    const before = Date.now();
    const workers = await Promise.all([1, 2, 3].map(() => spawnWorker({ redisUrl: redisUrl(), slots: 5 })));
    await noneLeft();
    await waitFor('the occurrence', async () => (await find(recurring)).completedAt);
    tellRecovery('F6', `${backend}: from spawning three workers to the end of 51 jobs`, before);
    expect(await db().job.count({ where: { status: 'completed', attemptNo: 1 } })).toBe(jobs.length + 1);
    const next = await waitFor('the next occurrence', () => db().job.findFirst({ where: { armed: true } }));
    expect(next.scheduleId).toBe(recurring.scheduleId);
    expect(next.runAt.getTime() - recurring.runAt.getTime()).toBe(3_600_000);
    await expectNoViolations({ redisUrl: redisUrl() });
    await Promise.all(workers.map((worker) => worker.end('SIGTERM')));
  });

  test('F8 a job that kills its worker three times is errored; its neighbours lose no attempt', async () => {
    const job = await Kills.enqueue();
    const neighbours = await Sleeps.enqueueMany(Array.from({ length: 4 }, () => ({ args: { ms: 200 } })));
    for (
      let worker = await spawnWorker({ redisUrl: redisUrl() });
      ;
      worker = await spawnWorker({ redisUrl: redisUrl() })
    ) {
      const over = waitFor(
        'a verdict or the next kill',
        async () => (await find(job)).completedAt !== null || worker.process.signalCode !== null,
      );
      await over;
      if ((await find(job)).completedAt === null) continue;
      await noneLeft();
      await expectNoViolations({ redisUrl: redisUrl() });
      await worker.end('SIGTERM');
      break;
    }
    expect(await find(job)).toMatchObject({
      status: 'errored',
      reason: 'worker_lost',
      lostAttempts: 3,
      failedAttempts: 0,
    });
    const ends = await db().job.findMany({ where: { id: { in: neighbours.map(({ id }) => id) } } });
    expect(ends.map(({ status, failedAttempts }) => [status, failedAttempts])).toEqual(
      neighbours.map(() => ['completed', 0]),
    );
    // A suspect runs without other suspects beside it: no neighbour comes near the three losses that condemn.
    expect(Math.max(...ends.map(({ lostAttempts }) => lostAttempts))).toBeLessThan(3);
  });
});

test('F3 Redis loses everything: all ends, nothing runs twice but what ran, the pause holds', async () => {
  const worker = await spawnWorker({ redisUrl: redis.url, slots: 10 });
  await pauseQueue(administrator, { queue: 'high' });
  const held = await Returns.enqueue({ queueName: 'high' });
  const busy = await Promise.all(Array.from({ length: 10 }, () => Sleeps.enqueue({ args: { ms: 4_000 } })));
  for (const job of busy) await running(job);
  await Returns.enqueueMany(Array.from({ length: 1_000 }, () => ({ queueName: 'low' })));
  const later = new Date(Date.now() + 2_000);
  await Returns.enqueueMany(Array.from({ length: 100 }, () => ({ scheduleAt: later })));
  for (let n = 0; n < 5; n++) await Returns.enqueue({ interval: 60, args: { n } });
  await waitFor(
    'messages in Redis',
    async () => Number(/^:(\d+)/.exec(await redisCommand(redis.port, 'DBSIZE'))?.[1]) > 100,
  );
  await redisCommand(redis.port, 'FLUSHALL');
  const flushed = Date.now();
  await waitFor(
    'the end of all but the held one',
    async () => (await db().job.count({ where: { completedAt: null, armed: false } })) === 1,
  );
  tellRecovery('F3', 'redis: from FLUSHALL to the end of 1,115 jobs, ten of them of 4 s', flushed);
  expect((await find(held)).status).toBe('pending');
  expect(await db().job.count({ where: { attemptNo: { gt: 1 } } })).toBe(0);
  expect(await db().job.count({ where: { status: 'completed' } })).toBe(10 + 1_000 + 100 + 5);
  await expectNoViolations({ redisUrl: redis.url });
  await resumeQueue(administrator, { queue: 'high' });
  await noneLeft();
  await expectNoViolations({ redisUrl: redis.url });
  await worker.end('SIGTERM');
});

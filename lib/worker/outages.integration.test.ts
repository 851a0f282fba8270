import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setEnvironment } from '@/lib/config';
import { closeDb, db } from '@/lib/db/client';
import { type EmbeddedPostgres, startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { isOutage } from '@/lib/db/outage';
import { useTestDatabase } from '@/lib/db/testing';
import type { Job } from '@/lib/jobs';
import { addFixtures, Blocks, Returns, Sleeps } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { type RedisServer, startRedis } from '@/scripts/setup/redis';
import { redisCommand } from '@/scripts/setup/redis-command';
import { tellRecovery } from './testing/recovery';
import { killSpawnedWorkers, spawnWorker } from './testing/spawn-worker';

const services = useTestDatabase();
beforeAll(addFixtures);
afterAll(killSpawnedWorkers);
beforeEach(async () => {
  await db().job.deleteMany();
});

const find = (job: Job) => db().job.findUniqueOrThrow({ where: { id: job.id } });
const running = (job: Job) => waitFor('a start', async () => (await find(job)).startedAt);
const allCompleted = (many: number, ms?: number) =>
  waitFor(
    `${many} completed`,
    async () => (await db().job.count({ where: { status: 'completed' } })) === many,
    ms,
  );
const trouble = (id: string) =>
  db()
    .workerProcess.findUniqueOrThrow({ where: { id } })
    .then((worker) => worker.trouble);

describe('Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test('F4 away and back: enqueue goes on, the worker says so, and drains without a restart', async () => {
    const idle = await spawnWorker({ redisUrl: redis.url, queues: ['high'] });
    const busy = await spawnWorker({ redisUrl: redis.url, queues: ['default'] });
    const long = await Sleeps.enqueue({ args: { ms: 8_000 } });
    await running(long);
    await redis.kill();
    const jobs = await Returns.enqueueMany(
      [...Array(50)].map((_, n) => ({ queueName: n % 2 ? 'high' : 'default' })),
    );
    await waitFor('word of the outage', async () => (await trouble(idle.id))?.includes('Redis'));
    await waitFor('word of the outage', async () => (await trouble(busy.id))?.includes('Redis'));
    await waitFor(
      'the end of the long job, Redis or not',
      async () => (await find(long)).status === 'completed',
    );
    expect(await db().job.count({ where: { status: 'pending' } })).toBe(jobs.length);
    redis = await startRedis({ port: redis.port });
    const back = Date.now();
    await allCompleted(jobs.length + 1);
    tellRecovery('F4', 'from Redis being back to the end of 50 jobs', back);
    expect(await db().job.count({ where: { attemptNo: { gt: 1 } } })).toBe(0);
    await waitFor(
      'no trouble',
      async () => (await trouble(idle.id)) === null && (await trouble(busy.id)) === null,
    );
    expect(idle.output().match(/Redis is away/g)).toHaveLength(1);
    await Promise.all([idle.end('SIGTERM'), busy.end('SIGTERM')]);
  });

  test('F4 one that hangs: the worker lives on and says so, its job runs once', async () => {
    const worker = await spawnWorker({ redisUrl: redis.url, queues: ['default'] });
    // It would take the jobs of one that is silent.
    const reaper = await spawnWorker({ queues: ['high'] });
    const long = await Sleeps.enqueue({ args: { ms: 15_000 } });
    await running(long);
    redis.process.kill('SIGSTOP');
    await waitFor('word of it', async () => (await trouble(worker.id))?.includes('Redis'));
    await waitFor('its end', async () => (await find(long)).completedAt);
    expect(await find(long)).toMatchObject({ status: 'completed', attemptNo: 1 });
    redis.process.kill('SIGCONT');
    await waitFor('no trouble', async () => (await trouble(worker.id)) === null);
    await Returns.enqueue();
    await allCompleted(2);
    await Promise.all([worker.end('SIGTERM'), reaper.end('SIGTERM')]);
  });

  test('F12 at its maxmemory or evicting: rows are kept, the worker says so, all is done afterwards', async () => {
    const worker = await spawnWorker({ redisUrl: redis.url });
    await redisCommand(redis.port, 'CONFIG SET maxmemory 1');
    await waitFor('word of it', async () => (await trouble(worker.id))?.includes('maxmemory'));
    const jobs = await Returns.enqueueMany([...Array(20)].map(() => ({})));
    expect(await db().job.count({ where: { status: 'pending' } })).toBe(jobs.length);
    await redisCommand(redis.port, 'CONFIG SET maxmemory 0');
    const room = Date.now();
    await allCompleted(jobs.length);
    tellRecovery('F12', 'from Redis having room to the end of 20 jobs', room);
    await redisCommand(redis.port, 'CONFIG SET maxmemory-policy allkeys-lru');
    await waitFor('word of it', async () => (await trouble(worker.id))?.includes('allkeys-lru'));
    await redisCommand(redis.port, 'CONFIG SET maxmemory-policy noeviction');
    await waitFor('no trouble', async () => (await trouble(worker.id)) === null);
    await worker.end('SIGTERM');
  });
});

describe.each(['postgres', 'redis'] as const)('a worker on %s', (backend) => {
  const redisUrl = backend === 'redis' ? services.redisUrl : '';

  test('F9 an event loop blocked past every limit: two runs, one completion, both visible', async () => {
    // The first dispatches, so it takes the job at hand; deaf, it loses the lease as well.
    const first = await spawnWorker({ redisUrl, slots: 1 });
    const second = await spawnWorker({ redisUrl, slots: 1 });
    const job = await Blocks.enqueue({ args: { ms: 32_000 } });
    await running(job);
    const blocked = Date.now();
    await waitFor('an end', async () => (await find(job)).completedAt);
    tellRecovery('F9', `${backend}: from a blocked loop to the other worker's completion`, blocked);
    expect(await find(job)).toMatchObject({ status: 'completed', attemptNo: 2, workerId: second.id });
    await waitFor(
      'the late one',
      async () => (await db().jobAttempt.findFirst({ where: { jobId: job.id } }))?.outcome === 'late',
    );
    expect(await db().jobAttempt.count({ where: { jobId: job.id } })).toBe(1);
    await Promise.all([first.end('SIGTERM'), second.end('SIGTERM')]);
  });

  test('F11 a clock that is off by ten minutes starts nothing early', async () => {
    const preload = pathToFileURL(path.resolve('lib/worker/testing/skewed-clock.mjs')).href;
    const env = { NODE_OPTIONS: `--import=${preload}`, CLOCK_SKEW_MS: String(10 * 60_000) };
    const worker = await spawnWorker({ redisUrl, env });
    const soon = await Returns.enqueue({ scheduleAt: new Date(Date.now() + 2_500) });
    const much = await Returns.enqueue({ scheduleAt: new Date(Date.now() + 120_000) });
    await waitFor('its end', async () => (await find(soon)).completedAt);
    const { startedAt, runAt } = await find(soon);
    expect(startedAt?.getTime()).toBeGreaterThanOrEqual(runAt.getTime());
    expect((await find(much)).status).toBe('scheduled');
    await worker.end('SIGTERM');
  });
});

describe.each(['postgres', 'redis'] as const)('Postgres restarted under a worker on %s', (backend) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-outage-'));
  let server: EmbeddedPostgres;
  const former = services.url;
  beforeAll(async () => {
    await closeDb();
    server = await startEmbedded(folder);
    await migrate(server.url);
    setEnvironment({ DATABASE_URL: server.url });
  });
  afterAll(async () => {
    await closeDb();
    setEnvironment({ DATABASE_URL: former });
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('F5 in mid-drain: nothing is lost, no attempt is burnt', async () => {
    const worker = await spawnWorker({ redisUrl: backend === 'redis' ? services.redisUrl : '', slots: 20 });
    const jobs = await Sleeps.enqueueMany([...Array(400)].map(() => ({ args: { ms: 50 } })));
    await waitFor(
      'the first ends',
      async () => (await db().job.count({ where: { status: 'completed' } })) > 20,
    );
    process.kill(server.pid, 'SIGKILL');
    await waitFor('word of the outage', async () => worker.output().includes('Postgres is away'));
    server = await startEmbedded(folder);
    await waitFor('Postgres', async () =>
      db()
        .job.count()
        .then(
          () => true,
          (error) => (isOutage(error) ? false : Promise.reject(error)),
        ),
    );
    const back = Date.now();
    await allCompleted(jobs.length);
    tellRecovery('F5', `${backend}: from Postgres being back to the end of 400 jobs of 50 ms`, back);
    expect(
      await db().job.count({ where: { OR: [{ failedAttempts: { gt: 0 } }, { lostAttempts: { gt: 0 } }] } }),
    ).toBe(0);
    expect(worker.process.exitCode).toBeNull();
    expect(await worker.end('SIGTERM')).toBe(0);
  });
});

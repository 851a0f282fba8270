import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { emitEnded } from '@/lib/jobs/events/emit';
import { fingerprintOf } from '@/lib/jobs/failure/fingerprint';
import { MOST_LOST, reapJobs } from '@/lib/jobs/store/reap-jobs';
import { addFixtures, Fails, Returns, Sleeps, Throws } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { administrator } from '@/lib/worker/testing/administrator';
import { killSpawnedWorkers, type SpawnedWorker, spawnWorker } from '@/lib/worker/testing/spawn-worker';
import { flushCounts } from './count-ends';
import { depthOf } from './depth';
import { statisticsOf } from './queries';

const services = useTestDatabase();
beforeAll(addFixtures);
afterAll(killSpawnedWorkers);
beforeEach(() =>
  pool().query('TRUNCATE job, job_attempt, job_log_entry, notification, job_statistic, failure_group'),
);

const counted = async (of: { queue?: string; runner?: string } = {}) =>
  (await statisticsOf({ window: '1h', ...of })).totals;
const allEnded = (count: number) =>
  waitFor(
    `${count} ends`,
    async () => (await db().job.count({ where: { completedAt: { not: null } } })) === count,
  );

describe.each(['postgres', 'redis'] as const)('a worker on %s', (backend) => {
  const start = (): Promise<SpawnedWorker> =>
    spawnWorker({ redisUrl: backend === 'redis' ? services.redisUrl : '', slots: 4 });
  afterEach(killSpawnedWorkers);

  test('counts every end once, by queue and runner, with how long jobs waited and ran', async () => {
    const worker = await start();
    await Returns.enqueueMany(Array.from({ length: 20 }, () => ({})));
    await Returns.enqueue({ queueName: 'low' });
    await Fails.enqueue();
    await Throws.enqueue();
    const job = await Sleeps.enqueue();
    await waitFor('its start', () => db().job.findFirst({ where: { id: job.id, status: 'running' } }));
    await cancelJob(administrator, { id: job.id });
    await allEnded(24);
    await worker.end('SIGTERM');
    expect(await counted()).toMatchObject({ completed: 21, failed: 1, errored: 1, cancelled: 1 });
    expect(await counted({ queue: 'low' })).toMatchObject({ completed: 1, failed: 0 });
    expect(await counted({ runner: 'fixture.Returns' })).toMatchObject({ completed: 21, errored: 0 });
    const { run, wait } = await counted({ runner: 'fixture.Sleeps' });
    expect(run?.p50).toBeGreaterThan(0);
    expect(wait?.p99).toBeGreaterThan(0);
  });

  test('keeps what it had stored when it is killed', async () => {
    const worker = await start();
    await Returns.enqueueMany(Array.from({ length: 10 }, () => ({})));
    await waitFor('the first store', async () => (await counted()).completed === 10);
    await worker.end('SIGKILL');
    const successor = await start();
    await Returns.enqueue();
    await allEnded(11);
    await successor.end('SIGTERM');
    expect(await counted()).toMatchObject({ completed: 11 });
  });

  test('samples the depth of the queues that it leads, once a minute', async () => {
    await pool().query('TRUNCATE queue_depth');
    const worker = await start();
    await Returns.enqueue({ queueName: 'fixture.side' });
    // The side queue has no worker: nobody samples it.
    await waitFor('a sample', async () => (await db().queueDepth.count({ where: { queue: 'low' } })) > 0);
    await worker.end('SIGTERM');
    const { points } = await depthOf({ window: '1h', queue: 'low' });
    // Two where a minute has just begun.
    const sampled = points.filter(({ pending }) => pending !== null);
    expect(sampled.length).toBeGreaterThan(0);
    for (const point of sampled) expect(point).toMatchObject({ pending: 0, oldestWaitMs: null });
    expect(
      (await depthOf({ window: '1h', queue: 'fixture.side' })).points.every(
        ({ pending }) => pending === null,
      ),
    ).toBe(true);
  }, 120_000);
});

describe('what no worker ends is counted too', () => {
  test('a job cancelled while it waited', async () => {
    const job = await Returns.enqueue();
    await cancelJob(administrator, { id: job.id });
    await waitFor('the count', async () => {
      await flushCounts();
      return (await counted()).cancelled === 1;
    });
    expect((await counted()).wait).toBeNull();
  });

  test('a job that lost its workers, with the fingerprint that JavaScript would give it', async () => {
    const job = await Returns.enqueue({ scheduleAt: new Date(Date.now() + 600_000) });
    await pool().query(
      "UPDATE job SET status = 'running', attempt_no = 3, started_at = now(), worker_id = $1, lost_attempts = $2 WHERE id = $3",
      [newId(), MOST_LOST - 1, job.id],
    );
    await emitEnded(await reapJobs());
    await flushCounts();
    expect(await counted()).toMatchObject({ errored: 1 });
    const common = { runner: 'fixture.Returns', reason: 'worker_lost', error: null, stack: null } as const;
    const { fingerprint } = await db().job.findUniqueOrThrow({ where: { id: job.id } });
    expect(fingerprint).toBe(fingerprintOf(common));
  });
});

test('failures gather in groups: how many, first and last, and the last one of them', async () => {
  for (let n = 0; n < 3; n++) await Fails.enqueue({ immediate: true });
  const last = await Fails.enqueue({ immediate: true });
  await Returns.enqueue({ immediate: true });
  const [group, ...others] = await db().failureGroup.findMany();
  expect(others).toEqual([]);
  expect(group).toMatchObject({
    runner: 'fixture.Fails',
    fingerprint: last.fingerprint,
    count: 4,
    status: 'failed',
    error: 'The site has no power',
    jobId: last.id,
  });
  expect(group?.firstSeenAt.getTime()).toBeLessThan(group?.lastSeenAt.getTime() ?? 0);
  const again = await Fails.enqueue({ immediate: true, args: {} });
  expect(again.fingerprint).toBe(last.fingerprint);
});

import { type EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { addFixtures, Greets, Returns, Sleeps } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { openBackend } from '@/lib/queue/backend';
import { Transport } from '@/lib/queue/transport';
import { type RedisTopology, startRedisCluster, startRedisSentinel } from '@/scripts/setup/redis-topologies';
import { describeWorker } from './testing/describe-worker';
import { tellRecovery } from './testing/recovery';
import { killSpawnedWorkers, spawnWorker } from './testing/spawn-worker';

useTestDatabase();
beforeAll(addFixtures);
beforeEach(async () => {
  await db().job.deleteMany();
});
afterAll(killSpawnedWorkers);

const completed = (many: number) =>
  waitFor(
    `${many} completed`,
    async () => (await db().job.count({ where: { status: 'completed' } })) === many,
  );

describe('F13 a cluster of three', () => {
  let redis: RedisTopology;
  beforeAll(async () => {
    redis = await startRedisCluster();
  });
  afterAll(() => redis.stop());

  describeWorker(() => redis.url);

  test('a transport opened while the slots of the cluster are still being read becomes usable', async () => {
    const backend = await openBackend(1, redis.url);
    await once(backend.producing as EventEmitter, 'connect');
    const transport = new Transport('low', backend);
    const answers = () =>
      transport.waiting().then(
        () => true,
        () => false,
      );
    await waitFor('an answer', answers);
    await transport.close();
    await backend.close();
  });

  test('queues in order, retries in time, all done', async () => {
    const worker = await spawnWorker({ redisUrl: redis.url, slots: 4 });
    await Returns.enqueueMany(
      ['high', 'default', 'low'].flatMap((queueName) => Array.from({ length: 100 }, () => ({ queueName }))),
    );
    const job = await Greets.enqueue({
      scheduleAt: new Date(Date.now() + 1_500),
      args: { name: 'cluster' },
    });
    await completed(301);
    expect((await db().job.findUniqueOrThrow({ where: { id: job.id } })).data).toEqual({
      greeted: 'cluster',
    });
    expect(await db().job.count({ where: { attemptNo: { gt: 1 } } })).toBe(0);
    await worker.end('SIGTERM');
  });
});

describe('F13 a master behind sentinels', () => {
  let redis: Awaited<ReturnType<typeof startRedisSentinel>>;
  beforeAll(async () => {
    redis = await startRedisSentinel();
  });
  afterAll(() => redis.stop());

  describeWorker(() => redis.url);

  test('is lost: another takes over, nothing is lost, nothing runs twice', async () => {
    const worker = await spawnWorker({ redisUrl: redis.url, slots: 4 });
    const long = await Sleeps.enqueue({ args: { ms: 6_000 } });
    await waitFor(
      'a start',
      async () => (await db().job.findUniqueOrThrow({ where: { id: long.id } })).status === 'running',
    );
    await Returns.enqueueMany(Array.from({ length: 200 }, () => ({ queueName: 'low' })));
    await redis.killMaster();
    const lost = Date.now();
    await Returns.enqueueMany(Array.from({ length: 200 }, () => ({})));
    await completed(401);
    tellRecovery('F13', 'from the loss of the master to the end of 400 jobs', lost);
    expect(await db().job.count({ where: { attemptNo: { gt: 1 } } })).toBe(0);
    await worker.end('SIGTERM');
  });
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { addFixtures, Greets, Returns, Sleeps } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { type RedisTopology, startRedisCluster, startRedisSentinel } from '@/scripts/setup/redis-topologies';
import { killSpawnedWorkers, spawnWorker } from './testing/spawn-worker';

useTestDatabase();
let redis: RedisTopology | undefined;
beforeAll(addFixtures);
afterEach(async () => {
  await redis?.stop();
  redis = undefined;
  await db().job.deleteMany();
});
afterAll(killSpawnedWorkers);

const completed = (many: number) =>
  waitFor(
    `${many} completed`,
    async () => (await db().job.count({ where: { status: 'completed' } })) === many,
    40_000,
  );

test('F13 a cluster of three: queues in order, retries in time, all done', async () => {
  redis = await startRedisCluster();
  const worker = await spawnWorker({ redisUrl: redis.url, slots: 4 });
  await Returns.enqueueMany(
    ['high', 'default', 'low'].flatMap((queueName) => Array.from({ length: 100 }, () => ({ queueName }))),
  );
  const job = await Greets.enqueue({ scheduleAt: new Date(Date.now() + 1_500), args: { name: 'cluster' } });
  await completed(301);
  expect((await db().job.findUniqueOrThrow({ where: { id: job.id } })).data).toEqual({ greeted: 'cluster' });
  expect(await db().job.count({ where: { attemptNo: { gt: 1 } } })).toBe(0);
  await worker.end('SIGTERM');
});

test('F13 a master lost to its sentinel: nothing is lost, nothing runs twice', {
  timeout: 120_000,
}, async () => {
  redis = await startRedisSentinel();
  const worker = await spawnWorker({ redisUrl: redis.url, slots: 4 });
  const long = await Sleeps.enqueue({ args: { ms: 6_000 } });
  await waitFor(
    'a start',
    async () => (await db().job.findUniqueOrThrow({ where: { id: long.id } })).status === 'running',
  );
  await Returns.enqueueMany(Array.from({ length: 200 }, () => ({ queueName: 'low' })));
  await redis.killMaster();
  await Returns.enqueueMany(Array.from({ length: 200 }, () => ({})));
  await completed(401);
  expect(await db().job.count({ where: { attemptNo: { gt: 1 } } })).toBe(0);
  await worker.end('SIGTERM');
});

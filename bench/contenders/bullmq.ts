import { createPostgresBackend, type IQueueBackend, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Contender, Services } from '../contender';

const keep = { removeOnComplete: true, removeOnFail: true };

/** BullMQ as it comes, on Redis or on its Postgres backend, finished jobs removed. */
export async function openBullmq(kind: 'redis' | 'postgres', services: Services): Promise<Contender> {
  const onRedis = kind === 'redis';
  const connection = onRedis
    ? new Redis(services.redis, { maxRetriesPerRequest: null })
    : new pg.Pool({ connectionString: services.postgres, max: 20, options: '-c search_path=bullmq' });
  if (!onRedis) {
    const client = await (connection as pg.Pool).connect();
    await runMigrations(client as never);
    client.release();
  }
  const backend = (onRedis ? [] : [createPostgresBackend]) as unknown as [];
  const queue = new Queue<object, unknown, string>('bench', { connection: connection as never }, ...backend);
  await queue.waitUntilReady();
  let ended = 0;
  return {
    add: () => queue.add('job', {}, keep),
    addBulk: (many) => queue.addBulk(Array.from({ length: many }, () => ({ name: 'job', data: {}, opts: keep }))),
    async clear() {
      await queue.obliterate({ force: true });
      ended = 0;
    },
    async work({ slots, ms, onStart }) {
      const run = async () => {
        onStart?.();
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      };
      const worker = new Worker('bench', run, { connection: connection as never, concurrency: slots }, ...backend);
      worker.on('completed', () => {
        ended++;
      });
      await worker.waitUntilReady();
      return () => worker.close();
    },
    async left() {
      const counts = await (queue as unknown as { getBackend(): IQueueBackend } & Queue).getJobCounts(
        'waiting',
        'active',
        'prioritized',
        'delayed',
      );
      return Object.values(counts).reduce((sum, one) => sum + one, 0);
    },
    verify: async (many) => (ended === many ? null : `${ended} of ${many} completed`),
    async close() {
      await queue.close();
      await (onRedis ? (connection as Redis).quit() : (connection as pg.Pool).end());
    },
  };
}

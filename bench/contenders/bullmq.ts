import { createPostgresBackend, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Contender, Services } from '../contender';
import { pauseFor } from '../pause';

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
  return {
    add: () => queue.add('job', {}, keep),
    addBulk: (many) =>
      queue.addBulk(Array.from({ length: many }, () => ({ name: 'job', data: {}, opts: keep }))),
    // Redis keeps the tables of a million keys for a while when they are removed one by one.
    clear: () =>
      onRedis ? (connection as Redis).flushdb() : queue.obliterate({ force: true, count: 10_000 }),
    async work({ slots, ms, onStart }) {
      const run = async (job: { id?: string }) => {
        onStart(job.id ?? '');
        await pauseFor(ms);
      };
      const worker = new Worker(
        'bench',
        run,
        { connection: connection as never, concurrency: slots },
        ...backend,
      );
      await worker.waitUntilReady();
      return () => worker.close();
    },
    async left() {
      const counts = await queue.getJobCounts('waiting', 'active', 'prioritized', 'delayed', 'failed');
      return Object.values(counts).reduce((sum, one) => sum + one, 0);
    },
    async close() {
      await queue.close();
      await (onRedis ? (connection as Redis).quit() : (connection as pg.Pool).end());
    },
  };
}

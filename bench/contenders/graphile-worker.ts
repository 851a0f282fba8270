import { makeWorkerUtils, run } from 'graphile-worker';
import pg from 'pg';
import type { Contender, Services } from '../contender';
import { pauseFor } from '../pause';

/** graphile-worker as it comes, or with its local queue and batched completion. Finished jobs leave no row. */
export async function openGraphileWorker(batched: boolean, services: Services): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: services.postgres, max: 60 });
  pool.on('error', console.error);
  pool.on('connect', (client) => client.on('error', console.error));
  const utils = await makeWorkerUtils({ pgPool: pool });
  await utils.migrate();
  return {
    add: () => utils.addJob('bench', {}),
    addBulk: (many) =>
      utils.addJobs(Array.from({ length: many }, () => ({ identifier: 'bench', payload: {} }))),
    clear: () => pool.query('TRUNCATE graphile_worker._private_jobs').then(() => undefined),
    async work({ slots, ms, onStart }) {
      const bench = async (_: unknown, { job }: { job: { id: string } }) => {
        onStart(job.id);
        await pauseFor(ms);
      };
      const runner = await run({
        pgPool: pool,
        noHandleSignals: true,
        concurrency: slots,
        taskList: { bench },
        logger: quiet(),
        preset: {
          worker: {
            concurrentJobs: slots,
            ...(batched
              ? { localQueue: { size: slots + 1 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 }
              : {}),
          },
        },
      } as never);
      return () => runner.stop();
    },
    left: async () =>
      (await pool.query('SELECT count(*)::int AS n FROM graphile_worker._private_jobs')).rows[0].n,
    async close() {
      await utils.release();
      await pool.end();
    },
  };
}

function quiet() {
  const logger = { error: console.error, warn: console.error, info() {}, debug() {}, scope: () => logger };
  return logger;
}

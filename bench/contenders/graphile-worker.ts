import { makeWorkerUtils, run } from 'graphile-worker';
import pg from 'pg';
import type { Contender, Services } from '../contender';

/** graphile-worker as it comes, or with its local queue and batched completion. Finished jobs leave no row. */
export async function openGraphileWorker(batched: boolean, services: Services): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: services.postgres, max: 60 });
  pool.on('error', console.error);
  const utils = await makeWorkerUtils({ pgPool: pool });
  await utils.migrate();
  let ended = 0;
  const left = async (): Promise<number> =>
    (await pool.query('SELECT count(*)::int AS n FROM graphile_worker.jobs')).rows[0].n;
  return {
    add: () => utils.addJob('bench', {}),
    addBulk: (many) => utils.addJobs(Array.from({ length: many }, () => ({ identifier: 'bench', payload: {} }))),
    async clear() {
      await pool.query('DELETE FROM graphile_worker._private_jobs');
      ended = 0;
    },
    async work({ slots, ms, onStart }) {
      const bench = async () => {
        onStart?.();
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
        ended++;
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
            ...(batched ? { localQueue: { size: slots + 1 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } : {}),
          },
        },
      } as never);
      return () => runner.stop();
    },
    left,
    verify: async (many) => (ended === many ? null : `${ended} of ${many} completed`),
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

import { setEnvironment } from '@/lib/config';
import { closeDb, pool } from '@/lib/db/client';
import { JobRunner } from '@/lib/jobs';
import { registry } from '@/lib/jobs/registry';
import { runWorker } from '@/lib/worker/run-worker';
import type { Contender, Services, WorkOptions } from '../contender';
import { pauseFor } from '../pause';
import { clearTransport, fillTables } from './yardmaster-tables';

let working: WorkOptions | undefined;

class Bench extends JobRunner {
  async run() {
    working?.onStart(this.job.id);
    await pauseFor(working?.ms ?? 0);
  }
}

/** Yardmaster on either transport: each job a row, kept when it has ended. */
export async function openYardmaster(kind: 'redis' | 'postgres', services: Services): Promise<Contender> {
  const redisUrl = kind === 'redis' ? services.redis : '';
  setEnvironment({ DATABASE_URL: services.postgres, REDIS_URL: redisUrl, LOG_LEVEL: 'error' });
  (await registry()).addRunner(Bench);
  // The core's own system jobs are none of the bench's business.
  const count = async (where: string): Promise<number> =>
    (
      await pool().query<{ n: number }>(
        `SELECT count(*)::int AS n FROM job WHERE runner = 'Bench' AND ${where}`,
      )
    ).rows[0]?.n ?? 0;
  return {
    add: () => Bench.enqueue(),
    addBulk: (many) => Bench.enqueueMany(Array.from({ length: many }, () => ({}))),
    async clear() {
      await pool().query('TRUNCATE job CASCADE');
      await clearTransport(redisUrl);
    },
    async work(options) {
      working = options;
      const worker = await runWorker({ queues: ['default'], slots: options.slots, shutdownTimeoutMs: 5_000 });
      return () => worker.stop();
    },
    left: () => count("status IN ('pending', 'running')"),
    completed: () => count("status = 'completed' AND attempt_no = 1"),
    fillTables: (waiting, finished) => fillTables(redisUrl, waiting, finished),
    close: closeDb,
  };
}

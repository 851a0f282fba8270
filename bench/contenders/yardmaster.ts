import { setEnvironment } from '@/lib/config';
import { closeDb, pool } from '@/lib/db/client';
import { JobRunner } from '@/lib/jobs';
import { registry } from '@/lib/jobs/registry';
import { runWorker } from '@/lib/worker/run-worker';
import type { Contender, Services } from '../contender';

let onStart: (() => void) | undefined;
let waitMs = 0;

class Bench extends JobRunner {
  async run() {
    onStart?.();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/** Yardmaster on either transport: each job a row, kept when it has ended. */
export async function openYardmaster(kind: 'redis' | 'postgres', services: Services): Promise<Contender> {
  setEnvironment({ DATABASE_URL: services.postgres, REDIS_URL: kind === 'redis' ? services.redis : '', LOG_LEVEL: 'error' });
  (await registry()).addRunner(Bench);
  const count = async (where: string): Promise<number> =>
    (await pool().query<{ n: number }>(`SELECT count(*)::int AS n FROM job WHERE ${where}`)).rows[0]?.n ?? 0;
  return {
    add: () => Bench.enqueue(),
    addBulk: (many) => Bench.enqueueMany(Array.from({ length: many }, () => ({}))),
    async clear() {
      await pool().query('TRUNCATE job CASCADE');
    },
    async work(options) {
      onStart = options.onStart;
      waitMs = options.ms;
      const worker = await runWorker({ queues: ['default'], slots: options.slots, shutdownTimeoutMs: 5_000 });
      return () => worker.stop();
    },
    // The core's own system jobs are none of the bench's business.
    left: () => count("runner = 'Bench' AND status IN ('pending', 'running')"),
    verify: async (many) => {
      const once = await count("runner = 'Bench' AND status = 'completed' AND attempt_no = 1");
      return once === many ? null : `${once} of ${many} completed once`;
    },
    close: closeDb,
  };
}

import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Contender, Services } from '../contender';
import { pauseFor } from '../pause';

/**
 * pg-boss, one job a fetch, its wake-up by NOTIFY on; finished jobs stay, as is its default. What waits is worked off by loops
 * of its `fetch` and `complete`, for `work` begins one job a slot each half second at most; what comes later is left to `work`.
 */
export async function openPgBoss(services: Services): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: services.postgres, max: 2 });
  const boss = new PgBoss({
    connectionString: services.postgres,
    max: 20,
    schedule: false,
    useListenNotify: true,
  });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue('bench', { notify: true } as never);
  const count = async (where: string): Promise<number> =>
    (await pool.query(`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'bench' AND ${where}`)).rows[0]
      .n;
  return {
    add: () => boss.send('bench', {}),
    addBulk: (many) =>
      boss.insert(
        'bench',
        Array.from({ length: many }, () => ({ data: {} })),
      ),
    async clear() {
      await boss.deleteAllJobs('bench');
    },
    async work({ slots, ms, onStart }) {
      const run = async ([job]: { id: string }[]) => {
        onStart(job?.id ?? '');
        await pauseFor(ms);
      };
      let stopping = false;
      const drain = async () => {
        while (!stopping) {
          const jobs = await boss.fetch('bench');
          if (jobs.length === 0) return;
          await run(jobs);
          await boss.complete(
            'bench',
            jobs.map(({ id }) => id),
          );
        }
      };
      const drained = Promise.all(Array.from({ length: slots }, drain)).then(() =>
        stopping
          ? undefined
          : boss.work('bench', { localConcurrency: slots, batchSize: 1, pollingIntervalSeconds: 0.5 }, run),
      );
      return async () => {
        stopping = true;
        await drained;
        await boss.offWork('bench');
      };
    },
    left: () => count("state < 'completed'"),
    completed: () => count("state = 'completed' AND retry_count = 0"),
    async close() {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}

import { PgBoss } from 'pg-boss';
import pg from 'pg';
import type { Contender, Services } from '../contender';

/** pg-boss, one job a fetch, its wake-up by NOTIFY on; finished jobs stay, as is its default. */
export async function openPgBoss(services: Services): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: services.postgres, max: 2 });
  const boss = new PgBoss({ connectionString: services.postgres, max: 20, schedule: false });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue('bench', { notify: true } as never);
  const count = async (where: string): Promise<number> =>
    (await pool.query(`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'bench' AND ${where}`)).rows[0].n;
  return {
    add: () => boss.send('bench', {}),
    addBulk: (many) => boss.insert('bench', Array.from({ length: many }, () => ({ data: {} }))),
    async clear() {
      await boss.deleteAllJobs('bench');
    },
    async work({ slots, ms, onStart }) {
      const run = async () => {
        onStart?.();
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      };
      await boss.work('bench', { localConcurrency: slots, batchSize: 1, pollingIntervalSeconds: 0.5 }, run);
      return () => boss.offWork('bench').then(() => undefined);
    },
    left: () => count("state < 'completed'"),
    verify: async (many) => {
      const done = await count("state = 'completed'");
      return done === many ? null : `${done} of ${many} completed`;
    },
    async close() {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}

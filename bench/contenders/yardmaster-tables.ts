import { Redis } from 'ioredis';
import { pool } from '@/lib/db/client';

/** Takes every message away: of the Redis database, or of BullMQ's own tables. */
export async function clearTransport(redisUrl: string): Promise<void> {
  if (redisUrl) {
    const redis = new Redis(redisUrl);
    await redis.flushdb();
    await redis.quit();
    return;
  }
  const { rows } = await pool().query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
  );
  if (rows.length > 0) await pool().query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} CASCADE`);
}

/** How far the number of finished jobs may lie above what is asked for: a million is not laid anew for a round's 20,000. */
const TOLERANCE = 1.1;

/**
 * Lays the tables: so many finished jobs of the last week and so many that wait, by one statement each, and nothing in the
 * transport. What earlier rounds left is used where it comes near.
 */
export async function fillTables(redisUrl: string, waiting: number, finished: number): Promise<void> {
  const count = async (status: string): Promise<number> =>
    (await pool().query(`SELECT count(*)::int AS n FROM job WHERE status = '${status}'`)).rows[0].n;
  const [waitingNow, finishedNow] = [await count('pending'), await count('completed')];
  const near = waitingNow <= waiting && finishedNow >= finished && finishedNow <= finished * TOLERANCE;
  if (!near) {
    await pool().query('TRUNCATE job CASCADE');
    await pool().query(FINISHED, [finished]);
  }
  await clearTransport(redisUrl);
  await pool().query(WAITING, [near ? waiting - waitingNow : waiting]);
  await pool().query('VACUUM (ANALYZE) job');
  // Whether a page is written whole on its first change shall not depend on whether it was laid before or since the last checkpoint.
  await pool().query('CHECKPOINT');
}

// Ids are uuids of version 7: the time they were made, then what makes them one of a kind.
const ROW = `INSERT INTO job (id, runner, name, queue, status, timeout_ms, created_at, run_at, started_at, completed_at,
    attempt_no, worker_id)
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8' ||
    substr(md5(random()::text || n), 1, 15))::uuid, 'Bench', 'Bench', 'default'`;

const FINISHED = `${ROW}, 'completed'::job_status, 300000, at, at, at + '5 ms', at + '6 ms', 1, gen_random_uuid()
  FROM generate_series(1, $1::int) AS n, LATERAL (SELECT now() - '7 days'::interval * (1 - n / ($1 + 1.0)) AS at) AS t`;

const WAITING = `${ROW}, 'pending'::job_status, 300000, at, at, NULL, NULL, 0, NULL
  FROM generate_series(1, $1::int) AS n, LATERAL (SELECT now() - '0.25 ms'::interval * ($1 - n) AS at) AS t`;

import pg from 'pg';
import { AFTER_JOBS, BEFORE_JOBS } from './around-the-crowd';
import { INSERT_JOBS, INSERT_LINES } from './crowd-rows';

const BATCH = 250_000;

/** Where the jobs of a crowd end and what came before. */
export interface Crowd {
  jobs: number;
  now: Date;
}

/**
 * Fills an empty, migrated database with so many jobs (10,000 or more) of three months and all that hangs on them, as a busy
 * shop would have them. The indexes of `job` are left out meanwhile and made anew, word for word, which is three times as fast.
 */
export async function insertCrowd(url: string, { jobs, now }: Crowd): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // What the rows refer to is there by construction: no foreign key is looked at.
    await client.query("SET session_replication_role = replica; SET maintenance_work_mem = '256MB'");
    await client.query("SET synchronous_commit = off; SET work_mem = '64MB'");
    for (const statement of BEFORE_JOBS) await client.query(statement, [now]);
    const indexes = await dropIndexes(client);
    for (let from = 1; from <= jobs; from += BATCH) {
      await client.query(INSERT_JOBS, [from, Math.min(jobs, from + BATCH - 1), jobs, now]);
    }
    for (const index of indexes) await client.query(index);
    await client.query(INSERT_LINES, [
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    ]);
    for (const statement of AFTER_JOBS) await client.query(statement, [now]);
    await client.query('VACUUM (ANALYZE, TRUNCATE false)');
  } finally {
    await client.end();
  }
}

/** All but those of constraints; returns the statements that make them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; statement: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS statement FROM pg_index
      WHERE indrelid = 'job'::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ statement }) => statement);
}

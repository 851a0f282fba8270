import { expect, test } from 'vitest';
import { pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { NO_FILTER } from '../job-filter';
import { countJobs } from './count-jobs';
import { listJobs } from './list-jobs';

useTestDatabase();

/** Jobs that ended, the newest last; `error` is SQL on their number. */
const given = (count: number, error: string, at: string) =>
  pool().query(
    `INSERT INTO job (id, runner, name, queue, status, timeout_ms, completed_at, error)
     SELECT (lpad(to_hex(n), 12, '0') || '7000' || substr(md5(n::text), 1, 16))::uuid, 'test.Runner', 'A job', 'default', 'failed',
       1000, now(), ${error} FROM generate_series(${at}::bigint + 1, ${at}::bigint + ${count}) n`,
  );

test('a search that is cut shows what it had found, and where to go on', async () => {
  // Megabytes of error text each, which stand behind the first thousand: to look through them takes seconds.
  await given(1, "repeat('x', 2000000)", '0');
  await given(2_500, '(SELECT error FROM job)', '1');
  await given(999, "'All is lost'", '10000');
  await given(1, "'The needle'", '20000');
  const page = await listJobs({ ...NO_FILTER, search: 'needle' });
  expect(page.rows.map(({ error }) => error)).toEqual(['The needle']);
  expect(page.cut).toMatchObject({ looked: 1_000, afterMs: 1_500 });
  expect(page.hasOlder).toBe(true);
});

test('when nothing can be read in time it says so and what to do, and counts are not told', async () => {
  const client = await pool().connect();
  try {
    await client.query('BEGIN; LOCK TABLE job IN ACCESS EXCLUSIVE MODE');
    const counts = countJobs({ ...NO_FILTER, queue: 'default' });
    await expect(listJobs({ ...NO_FILTER, search: 'needle' })).rejects.toMatchObject({
      code: 'limit_exceeded',
      message: expect.stringContaining('Narrow it'),
    });
    expect(await counts).toBeNull();
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});

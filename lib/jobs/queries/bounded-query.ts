import type { QueryResultRow } from 'pg';
import { pool } from '@/lib/db/client';
import { isTimeout } from '@/lib/db/outage';
import { YardmasterError } from '@/lib/errors';

/** A list reads few rows, from anywhere, and mostly what is in memory: an index is dearer than it is by Postgres's defaults. */
const PLANNING = 'SET LOCAL random_page_cost = 1.1';

/**
 * A read that Postgres ends after `limitMs`, so that no search can hold the database up.
 * @throws YardmasterError `limit_exceeded` when it took longer.
 */
export async function boundedQuery<Row extends QueryResultRow>(
  text: string,
  values: unknown[],
  limitMs: number,
): Promise<Row[]> {
  const client = await pool().connect();
  try {
    await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${Math.ceil(limitMs)}; ${PLANNING}`);
    const { rows } = await client.query<Row>(text, values);
    await client.query('COMMIT');
    client.release();
    return rows;
  } catch (error) {
    // A connection that can't even roll back is broken: the pool is to drop it.
    const broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw isTimeout(error) ? tooLong(limitMs, error) : error;
  }
}

/** What a bounded query gives; null when it took too long. */
export async function orNull<Result>(read: () => Promise<Result>): Promise<Result | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof YardmasterError && error.code === 'limit_exceeded') return null;
    throw error;
  }
}

const tooLong = (limitMs: number, cause: unknown) =>
  new YardmasterError(
    'limit_exceeded',
    `This search took longer than ${limitMs / 1000} s and was stopped. Narrow it: a shorter time, a status or a runner.`,
    { cause },
  );

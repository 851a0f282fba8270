import { YardmasterError } from '@/lib/errors';
import type { JobFilter } from '../job-filter';
import { ALL_STATUSES, type JobStatus } from '../status';
import { boundedQuery } from './bounded-query';
import { filterSql, sourceSql } from './filter-sql';

/** Counting stops here: beyond it the console says "10,000+". */
const COUNT_LIMIT = 10_000;
const SCAN_LIMIT = 200_000;
const LIMIT_MS = 1_000;

/** Jobs by status, up to 10,001 each; null where counting would have taken longer than a second. */
export type JobCounts = Record<JobStatus, number> | null;

/** How many jobs of each status pass the rest of the filter. The filter's own statuses are left open. */
export async function countJobs(filter: JobFilter): Promise<JobCounts> {
  const now = Date.now();
  const columns = ALL_STATUSES.map((status) => `(${countOf(filter, status, now)})::int AS "${status}"`);
  const { values } = filterSql(filter, now);
  try {
    const [row] = await boundedQuery<Record<JobStatus, number>>(
      `SELECT ${columns.join(', ')}`,
      values,
      LIMIT_MS,
    );
    return row ?? null;
  } catch (error) {
    if (error instanceof YardmasterError && error.code === 'limit_exceeded') return null;
    throw error;
  }
}

// Statuses are written into the text, never bound, so every column shares the same values.
function countOf(filter: JobFilter, status: JobStatus, now: number): string {
  const sql = filterSql({ ...filter, statuses: [status] }, now);
  const source = sourceSql(sql, null, 'older', String(SCAN_LIMIT));
  const where = sql.rest.length > 0 ? `WHERE ${sql.rest.join(' AND ')}` : '';
  return `SELECT count(*) FROM (SELECT 1 FROM (${source}) j ${where} LIMIT ${COUNT_LIMIT + 1}) counted`;
}

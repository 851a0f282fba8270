import { YardmasterError } from '@/lib/errors';
import type { JobFilter } from '../job-filter';
import { ALL_STATUSES, type JobStatus } from '../status';
import { boundedQuery } from './bounded-query';
import { type FilterSql, filterSql, sourceSql } from './filter-sql';

/** Counting stops here: beyond it the console says "10,000+". */
const COUNT_LIMIT = 10_000;
const SCAN_LIMIT = 200_000;
const LIMIT_MS = 1_000;

/** Jobs by status, up to 10,001 each; null where counting would have taken longer than a second. */
export type JobCounts = Record<JobStatus, number> | null;

/** How many jobs of each status pass the rest of the filter. The filter's own statuses are left open. */
export async function countJobs(filter: JobFilter): Promise<JobCounts> {
  const now = Date.now();
  let values: unknown[] = [];
  const columns = ALL_STATUSES.map((status) => {
    const sql = filterSql({ ...filter, statuses: [status] }, now);
    // Statuses are written into the text, never bound, so every column binds the same values.
    values = [...sql.values];
    return `(${countSql(sql, values)})::int AS "${status}"`;
  });
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

function countSql(sql: FilterSql, values: unknown[]): string {
  const source = sourceSql(sql, null, 'older', String(SCAN_LIMIT));
  const where = sql.rest?.(values) ?? '';
  return `SELECT count(*) FROM (SELECT 1 FROM (${source}) j ${where} LIMIT ${COUNT_LIMIT + 1}) counted`;
}

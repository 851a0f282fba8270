import { YardmasterError } from '@/lib/errors';
import { type JobFilter, SCAN_LIMIT } from '../job-filter';
import { ALL_STATUSES, type JobStatus } from '../status';
import { boundedQuery } from './bounded-query';
import { type FilterSql, filterSql, sourceSql } from './filter-sql';

/** Counting stops here: beyond it the console says "10,000+". */
const COUNT_LIMIT = 10_000;
/** Of one runner's, object's or schedule's jobs, so many are looked at to count them all. */
const LOOK_LIMIT = 20_000;
const LIMIT_MS = 1_000;

/** Jobs by status, up to 10,001 each; null where counting would have taken too long. */
export type JobCounts = Record<JobStatus, number> | null;

/** How many jobs of each status pass the rest of the filter. The filter's own statuses are left open. */
export async function countJobs(filter: JobFilter): Promise<JobCounts> {
  const now = Date.now();
  try {
    const narrow = filter.runner !== null || filter.object !== null || filter.scheduleId !== null;
    return await (narrow ? countTogether(filter, now) : countApart(filter, now));
  } catch (error) {
    if (error instanceof YardmasterError && error.code === 'limit_exceeded') return null;
    throw error;
  }
}

// The partial indexes give each status by itself.
async function countApart(filter: JobFilter, now: number): Promise<JobCounts> {
  let values: unknown[] = [];
  const columns = ALL_STATUSES.map((status) => {
    const sql = filterSql({ ...filter, statuses: [status] }, now);
    // Statuses are written into the text, never bound, so every column binds the same values.
    values = [...sql.values];
    return `(${countSql(sql, values)})::int AS "${status}"`;
  });
  const [row] = await boundedQuery<Record<JobStatus, number>>(
    `SELECT ${columns.join(', ')}`,
    values,
    LIMIT_MS,
  );
  return row ?? null;
}

function countSql(sql: FilterSql, values: unknown[]): string {
  const source = sourceSql(sql, null, 'older', String(SCAN_LIMIT));
  const where = sql.rest?.(values) ?? '';
  return `SELECT count(*) FROM (SELECT 1 FROM (${source}) j ${where} LIMIT ${COUNT_LIMIT + 1}) counted`;
}

// Another index is the way in, and gives all statuses in one go.
async function countTogether(filter: JobFilter, now: number): Promise<JobCounts> {
  const sql = filterSql({ ...filter, statuses: [] }, now);
  const values = [...sql.values];
  const source = sourceSql(sql, null, 'older', String(LOOK_LIMIT + 1));
  const where = sql.rest?.(values) ?? '';
  const rows = await boundedQuery<{ status: JobStatus | null; n: number; looked: number }>(
    `WITH seen AS MATERIALIZED (SELECT status, queue, name, error FROM (${source}) s)
     SELECT j.status, count(j.status)::int AS n, looked
       FROM (SELECT count(*)::int AS looked FROM seen) all_seen LEFT JOIN (SELECT status FROM seen ${where}) j ON true
      GROUP BY j.status, looked`,
    values,
    LIMIT_MS,
  );
  if ((rows[0]?.looked ?? 0) > LOOK_LIMIT) return null;
  const counted = new Map(rows.map(({ status, n }) => [status, n]));
  return Object.fromEntries(ALL_STATUSES.map((status) => [status, counted.get(status) ?? 0])) as Record<
    JobStatus,
    number
  >;
}

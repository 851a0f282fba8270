import { YardmasterError } from '@/lib/errors';
import { type JobFilter, SCAN_LIMIT } from '../job-filter';
import { NEWEST_FIRST } from '../job-sort';
import { ALL_STATUSES, type JobStatus } from '../status';
import { boundedQuery } from './bounded-query';
import { FROM_THE_TOP, filterSql, sourceSql } from './filter-sql';

/** Counting stops here: beyond it the console says "10,000+". */
export const COUNT_LIMIT = 10_000;
/** Of one runner's, object's or schedule's jobs, so many are looked at to count them all. */
const LOOK_LIMIT = 20_000;
const LIMIT_MS = 1_000;

/** Jobs by status, up to 10,001 each; null where counting would have taken too long. */
export type JobCounts = Record<JobStatus, number> | null;

/** How many jobs of each status pass the rest of the filter. The filter's own statuses are left open. */
export function countJobs(filter: JobFilter): Promise<JobCounts> {
  const open = { ...filter, statuses: [] };
  const { narrow } = filterSql(open, 0, NEWEST_FIRST);
  return orNull(() => (narrow ? countTogether(open) : countApart(open)));
}

/** How many jobs pass the whole filter, up to 10,001; null where counting would have taken too long. */
export function countMatching(filter: JobFilter, limitMs = LIMIT_MS): Promise<number | null> {
  return orNull(async () => {
    const values: unknown[] = [];
    const [row] = await boundedQuery<{ n: number }>(
      `SELECT (${countSql(filter, values)})::int AS n`,
      values,
      limitMs,
    );
    return row?.n ?? null;
  });
}

// The partial indexes give each status by itself.
async function countApart(filter: JobFilter): Promise<JobCounts> {
  const values: unknown[] = [];
  const columns = ALL_STATUSES.map(
    (status) => `(${countSql({ ...filter, statuses: [status] }, values)})::int AS "${status}"`,
  );
  const [row] = await boundedQuery<Record<JobStatus, number>>(
    `SELECT ${columns.join(', ')}`,
    values,
    LIMIT_MS,
  );
  return row ?? null;
}

function countSql(filter: JobFilter, values: unknown[]): string {
  const sql = filterSql(filter, Date.now(), NEWEST_FIRST, false, values);
  const source = sourceSql(sql, FROM_THE_TOP, String(SCAN_LIMIT));
  const where = sql.rest ? `WHERE ${sql.rest(values)}` : '';
  return `SELECT count(*) FROM (SELECT 1 FROM (${source}) j ${where} LIMIT ${COUNT_LIMIT + 1}) counted`;
}

// Another index is the way in, and gives all statuses in one go.
async function countTogether(filter: JobFilter): Promise<JobCounts> {
  const sql = filterSql(filter, Date.now(), NEWEST_FIRST);
  const values = [...sql.values];
  const source = sourceSql(sql, FROM_THE_TOP, String(LOOK_LIMIT + 1));
  const passes = sql.rest ? `FILTER (WHERE ${sql.rest(values)})` : '';
  const rows = await boundedQuery<{ status: JobStatus; n: number; looked: number }>(
    `SELECT j.status, count(*) ${passes}::int AS n, count(*)::int AS looked FROM (${source}) j GROUP BY j.status`,
    values,
    LIMIT_MS,
  );
  if (rows.reduce((sum, { looked }) => sum + looked, 0) > LOOK_LIMIT) return null;
  const counted = new Map(rows.map(({ status, n }) => [status, n]));
  return Object.fromEntries(ALL_STATUSES.map((status) => [status, counted.get(status) ?? 0])) as Record<
    JobStatus,
    number
  >;
}

async function orNull<Result>(count: () => Promise<Result>): Promise<Result | null> {
  try {
    return await count();
  } catch (error) {
    if (error instanceof YardmasterError && error.code === 'limit_exceeded') return null;
    throw error;
  }
}

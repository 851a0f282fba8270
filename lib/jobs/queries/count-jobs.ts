import type { JobFilter } from '../job-filter';
import { NEWEST_FIRST } from '../job-sort';
import { ALL_STATUSES, type JobStatus } from '../status';
import { boundedQuery, orNull } from './bounded-query';
import { type FilterSql, filterSql } from './filter-sql';
import { isCut } from './is-cut';
import { anyOrderSql } from './source-sql';

/** Counting stops here: beyond it the console says "10,000+". */
export const COUNT_LIMIT = 10_000;
const LIMIT_MS = 1_000;

/** How many jobs a count goes through, of those that an index gives: as many as it may say, fewer where each is dear. */
export const mostCounted = ({ scan }: FilterSql): number => Math.min(scan, COUNT_LIMIT + 1);

/** Jobs by status, up to 10,001 each; null where counting would have meant to look at too many. */
export type JobCounts = Record<JobStatus, number> | null;

/** How many jobs of each status pass the rest of the filter. The filter's own statuses are left open. */
export function countJobs(filter: JobFilter): Promise<JobCounts> {
  const open = { ...filter, statuses: [] };
  const { narrow, rest } = filterSql(open, Date.now(), NEWEST_FIRST);
  return orNull(() => (narrow || rest ? countTogether(open) : countApart(open)));
}

/** How many jobs pass the whole filter, up to 10,001; null as above. */
export function countMatching(filter: JobFilter, limitMs = LIMIT_MS): Promise<number | null> {
  return orNull(async () => {
    const sql = filterSql(filter, Date.now(), NEWEST_FIRST);
    const most = mostCounted(sql);
    const source = anyOrderSql(sql, most);
    const values = [...source.values];
    const where = sql.rest ? `WHERE ${sql.rest(values)}` : '';
    const [row] = await boundedQuery<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${source.text} j ${where} LIMIT ${COUNT_LIMIT + 1}) counted`,
      values,
      limitMs,
    );
    if (!row || (sql.rest && row.n <= COUNT_LIMIT && (await isCut(sql, most, limitMs)))) return null;
    return row.n;
  });
}

// The partial indexes give each status by itself.
async function countApart(filter: JobFilter): Promise<JobCounts> {
  const { ids } = filterSql(filter, Date.now(), NEWEST_FIRST);
  const made = '($1::uuid IS NULL OR id >= $1) AND ($2::uuid IS NULL OR id < $2)';
  const columns = ALL_STATUSES.map(
    (status) =>
      `(SELECT count(*)::int FROM (SELECT 1 FROM job WHERE status = '${status}' AND ${made} ORDER BY id DESC LIMIT ${COUNT_LIMIT + 1}) c) AS "${status}"`,
  );
  const [row] = await boundedQuery<Record<JobStatus, number>>(
    `SELECT ${columns.join(', ')}`,
    [ids.from, ids.to],
    LIMIT_MS,
  );
  return row ?? null;
}

// Another index is the way in, and gives all statuses in one go.
async function countTogether(filter: JobFilter): Promise<JobCounts> {
  const sql = filterSql(filter, Date.now(), NEWEST_FIRST);
  const most = mostCounted(sql);
  const source = anyOrderSql(sql, most);
  const values = [...source.values];
  const passes = sql.rest ? `FILTER (WHERE ${sql.rest(values)})` : '';
  const rows = await boundedQuery<{ status: JobStatus; n: number; looked: number }>(
    `SELECT j.status, count(*) ${passes}::int AS n, count(*)::int AS looked FROM ${source.text} j GROUP BY j.status`,
    values,
    LIMIT_MS,
  );
  if (rows.reduce((sum, { looked }) => sum + looked, 0) === most) return null;
  const counted = new Map(rows.map(({ status, n }) => [status, n]));
  return Object.fromEntries(ALL_STATUSES.map((status) => [status, counted.get(status) ?? 0])) as Record<
    JobStatus,
    number
  >;
}

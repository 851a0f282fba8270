import { FIRST_PAGE, type JobCursor, type JobFilter, SCAN_LIMIT } from '../job-filter';
import { boundedQuery } from './bounded-query';
import { filterSql, sourceSql } from './filter-sql';
import { type JobSummary, SUMMARY_COLUMNS, type SummaryRow, toSummaries } from './job-summary';

export const PAGE_SIZE = 50;
const LIMIT_MS = 3_000;

/** One page of a filtered list, newest first. */
export interface JobPage {
  rows: JobSummary[];
  hasNewer: boolean;
  hasOlder: boolean;
  /** Set when the search stopped looking before it had filled the page: where it stopped, and when that job was made. */
  cut: { id: string; at: string } | null;
}

/**
 * A page of the jobs that pass the filter, by keyset on the id (which is creation order).
 * @throws YardmasterError `limit_exceeded` when it takes longer than 3 s
 */
export async function listJobs(filter: JobFilter, cursor: JobCursor = FIRST_PAGE): Promise<JobPage> {
  const direction = cursor.newerThan ? 'newer' : 'older';
  const from = cursor.newerThan ?? cursor.olderThan;
  const sql = filterSql(filter, Date.now());
  const at = from ? `$${sql.values.push(from)}` : null;
  const source = sourceSql(sql, at, direction, String(SCAN_LIMIT));
  const order = direction === 'older' ? 'DESC' : 'ASC';
  const values = [...sql.values];
  const where = sql.rest?.(values) ?? '';
  const found = await boundedQuery<SummaryRow>(
    `SELECT ${SUMMARY_COLUMNS} FROM (${source}) j ${where} ORDER BY j.id ${order} LIMIT ${PAGE_SIZE + 1}`,
    values,
    LIMIT_MS,
  );
  const more = found.length > PAGE_SIZE;
  const cut = more || !sql.rest ? null : await whereCut(source, sql.values, order);
  const rows = await toSummaries(found.slice(0, PAGE_SIZE));
  if (direction === 'newer') rows.reverse();
  return {
    rows,
    cut,
    hasNewer: direction === 'newer' ? more || cut !== null : from !== null,
    hasOlder: direction === 'older' ? more || cut !== null : true,
  };
}

async function whereCut(source: string, values: unknown[], order: string): Promise<JobPage['cut']> {
  const [last] = await boundedQuery<{ id: string; createdAt: Date; seen: string }>(
    `SELECT id, created_at AS "createdAt", seen
       FROM (SELECT id, created_at, row_number() OVER (ORDER BY id ${order}) AS seen FROM (${source}) scanned) numbered
      ORDER BY id ${order === 'DESC' ? 'ASC' : 'DESC'} LIMIT 1`,
    values,
    LIMIT_MS,
  );
  return last && Number(last.seen) >= SCAN_LIMIT ? { id: last.id, at: last.createdAt.toISOString() } : null;
}

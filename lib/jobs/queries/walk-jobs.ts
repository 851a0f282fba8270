import type { QueryResultRow } from 'pg';
import { type JobFilter, SCAN_LIMIT } from '../job-filter';
import { NEWEST_FIRST } from '../job-sort';
import type { Sql } from '../store/sql';
import { filterSql, orderSql, type PageSql, sourceSql } from './filter-sql';

interface Step {
  /** What to read of the jobs, which the query names `j`. */
  columns: string;
  /** The id to go on from; null: from the newest. */
  place: string | null;
  size: number;
  /** Jobs made after this moment are passed over. */
  madeUntil: Date;
  /** How many jobs one step looks at. Default: SCAN_LIMIT. */
  scan?: number;
}

/**
 * One step of a walk over all jobs that pass a filter, newest first, by the id alone: whatever happens to them meanwhile,
 * none comes twice. A step may give fewer rows than asked for, or none, and still not be the last: `place` is null at the end.
 */
export async function walkJobs<Row extends QueryResultRow>(
  sql: Sql,
  filter: JobFilter,
  { columns, place, size, madeUntil, scan = SCAN_LIMIT }: Step,
): Promise<{ rows: Row[]; place: string | null }> {
  const way = filterSql(filter, Date.now(), NEWEST_FIRST, true);
  const placed = [...way.values];
  const page: PageSql = {
    sort: NEWEST_FIRST,
    direction: 'older',
    beyond: place === null ? null : { ms: null, id: `$${placed.push(place)}` },
  };
  const source = sourceSql(way, page, String(scan));
  const values = [...placed];
  const rest = way.rest ? `${way.rest(values)} AND` : '';
  const rows = await sql<Row & { id: string }>(
    `SELECT j.id, ${columns} FROM (${source}) j WHERE ${rest} created_at <= $${values.push(madeUntil)}
     ${orderSql(page, 'j')} LIMIT ${size}`,
    values,
  );
  if (rows.length === size) return { rows, place: rows.at(-1)?.id ?? null };
  const [last] = await sql<{ id: string }>(
    `SELECT j.id FROM (${source}) j ${orderSql(page, 'j')} OFFSET ${scan - 1} LIMIT 1`,
    placed,
  );
  return { rows, place: last?.id ?? null };
}

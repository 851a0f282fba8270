import type { QueryResultRow } from 'pg';
import type { JobFilter } from '../job-filter';
import { NEWEST_FIRST } from '../job-sort';
import type { Sql } from '../store/sql';
import { filterSql } from './filter-sql';
import { FROM_THE_TOP, orderSql, type PageSql, sourceSql } from './source-sql';

interface Step {
  /** What to read of the jobs, which the query names `j`. */
  columns: string;
  /** The id to go on from; null: from the newest. */
  place: string | null;
  size: number;
  /** Jobs made after this moment are passed over. */
  madeUntil: Date;
  /** How many jobs one step looks at. Default: as many as the filter's cost allows. */
  scan?: number;
}

/**
 * One step of a walk over all jobs that pass a filter, newest first, by the id alone: whatever happens to them meanwhile,
 * none comes twice. A step may give fewer rows than asked for, or none, and still not be the last: `place` is null at the end.
 */
export async function walkJobs<Row extends QueryResultRow>(
  sql: Sql,
  filter: JobFilter,
  { columns, place, size, madeUntil, scan }: Step,
): Promise<{ rows: Row[]; place: string | null }> {
  const filtered = filterSql(filter, Date.now(), NEWEST_FIRST, true);
  const page: PageSql = { ...FROM_THE_TOP, beyond: place === null ? null : { ms: null, id: place } };
  const looked = filtered.rest ? (scan ?? filtered.scan) : size;
  const source = sourceSql(filtered, page, looked);
  const values = [...source.values];
  const rest = filtered.rest ? `${filtered.rest(values)} AND` : '';
  const rows = await sql<Row & { id: string }>(
    `SELECT j.id, ${columns} FROM ${source.text} j WHERE ${rest} created_at <= $${values.push(madeUntil)}
     ${orderSql(page, 'j', source.lead)} LIMIT ${size}`,
    values,
  );
  if (rows.length === size) return { rows, place: rows.at(-1)?.id ?? null };
  const [last] = await sql<{ id: string }>(
    `SELECT j.id FROM ${source.text} j ${orderSql(page, 'j', source.lead)} OFFSET ${looked - 1} LIMIT 1`,
    source.values,
  );
  return { rows, place: last?.id ?? null };
}

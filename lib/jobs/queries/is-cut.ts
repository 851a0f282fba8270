import { boundedQuery } from './bounded-query';
import type { FilterSql } from './filter-sql';
import { anyOrderSql } from './source-sql';

/** Whether the indexes give so many rows that there may be more than were looked at. The indexes alone are read. */
export async function isCut(sql: FilterSql, looked: number, limitMs: number): Promise<boolean> {
  const source = anyOrderSql(sql, looked);
  const rows = await boundedQuery(
    `SELECT 1 FROM ${source.text} j OFFSET ${looked - 1} LIMIT 1`,
    [...source.values],
    limitMs,
  );
  return rows.length > 0;
}

import type { JobFilter } from '@/lib/jobs/job-filter';
import { NEWEST_FIRST } from '@/lib/jobs/job-sort';
import { boundedQuery, orNull } from '@/lib/jobs/queries/bounded-query';
import { COUNT_LIMIT, mostCounted } from '@/lib/jobs/queries/count-jobs';
import { filterSql } from '@/lib/jobs/queries/filter-sql';
import { isCut } from '@/lib/jobs/queries/is-cut';
import { anyOrderSql } from '@/lib/jobs/queries/source-sql';
import type { BulkVerb, SkipReason } from './verbs';
import { whySkipped } from './why-skipped';

const LIMIT_MS = 3_000;

/** What an operation would do if it were asked for now. */
export interface BulkPreview {
  /** Jobs that pass the filter. */
  matched: number;
  /** Of those, the ones it would change. */
  eligible: number;
  skipped: { why: SkipReason; count: number }[];
  /** There are more than these 10,000, or more than could be looked at; the operation goes through all of them. */
  more: boolean;
}

/** A dry run; null where it would have taken longer than 3 s. */
export async function previewBulk(verb: BulkVerb, filter: JobFilter): Promise<BulkPreview | null> {
  const sql = filterSql(filter, Date.now(), NEWEST_FIRST);
  const most = mostCounted(sql);
  const source = anyOrderSql(sql, most);
  const values = [...source.values];
  const where = sql.rest ? `WHERE ${sql.rest(values)}` : '';
  return orNull(async () => {
    const rows = await boundedQuery<{ why: SkipReason | null; count: number }>(
      `SELECT why, count(*)::int AS count FROM (SELECT ${whySkipped(verb)} AS why
         FROM (SELECT j.* FROM ${source.text} j ${where} LIMIT ${COUNT_LIMIT + 1}) t) judged GROUP BY why ORDER BY count DESC`,
      values,
      LIMIT_MS,
    );
    const matched = rows.reduce((sum, { count }) => sum + count, 0);
    return {
      matched: Math.min(matched, COUNT_LIMIT),
      eligible: rows.find(({ why }) => why === null)?.count ?? 0,
      skipped: rows.flatMap(({ why, count }) => (why ? [{ why, count }] : [])),
      more: matched > COUNT_LIMIT || (sql.rest !== null && (await isCut(sql, most, LIMIT_MS))),
    };
  });
}

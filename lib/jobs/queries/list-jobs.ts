import { YardmasterError } from '@/lib/errors';
import { FIRST_PAGE, type JobCursor, type JobFilter, SCAN_LIMIT } from '../job-filter';
import { parseSearch } from '../job-search';
import { formatPlace, type JobSort, NEWEST_FIRST, parsePlace, sortKey } from '../job-sort';
import { type PayloadReader, WITHOUT_PAYLOADS } from '../payload-masking';
import { boundedQuery } from './bounded-query';
import { type FilterSql, filterSql, isInOrder, orderSql, type PageSql, sourceSql } from './filter-sql';
import { type JobSummary, SUMMARY_COLUMNS, type SummaryRow, toSummaries } from './job-summary';
import { keyFrom, keyMs } from './sort-sql';

export const PAGE_SIZE = 50;

/** How many jobs are looked at, and how long that may take: a search that is too slow looks at fewer. */
const TRIES = [
  { scan: SCAN_LIMIT, limitMs: 3_000 },
  { scan: 5_000, limitMs: 1_500 },
  { scan: 500, limitMs: 1_500 },
] as const;

/** One page of a filtered list, in the order that was asked for. */
export interface JobPage {
  rows: JobSummary[];
  hasNewer: boolean;
  hasOlder: boolean;
  /** The places of the first and the last row: cursors of the pages on both sides. */
  edges: { first: string | null; last: string | null };
  /** Set when the search stopped looking before it had filled the page. */
  cut: Cut | null;
}

export interface Cut {
  /** How many jobs it looked at. */
  looked: number;
  /** Where to go on looking; null when the newest of them were sorted and the rest left out. */
  place: string | null;
  /** When the last of them was made; ISO 8601. Null where the list is not in that order. */
  at: string | null;
}

type PageRow = SummaryRow & { keyMs: number | null };

/**
 * A page of the jobs that pass the filter, by keyset on the sort's own value and the id. A search that would take too long
 * looks at fewer jobs and says so in `cut`.
 * @throws YardmasterError `limit_exceeded` when even that takes too long
 */
export async function listJobs(
  filter: JobFilter,
  cursor: JobCursor = FIRST_PAGE,
  sort: JobSort = NEWEST_FIRST,
  reader: PayloadReader = WITHOUT_PAYLOADS,
): Promise<JobPage> {
  // Whatever looks into logs reads a hundred lines for each job it passes.
  const tries = parseSearch(filter.search).log.length > 0 ? TRIES.slice(1) : TRIES;
  let slow: unknown;
  for (const { scan, limitMs } of tries) {
    try {
      return await readPage(filter, cursor, sort, reader, scan, limitMs);
    } catch (error) {
      if (!(error instanceof YardmasterError && error.code === 'limit_exceeded')) throw error;
      slow = error;
    }
  }
  throw slow;
}

async function readPage(
  filter: JobFilter,
  cursor: JobCursor,
  sort: JobSort,
  reader: PayloadReader,
  scan: number,
  limitMs: number,
): Promise<JobPage> {
  const sql = filterSql(filter, Date.now(), sort);
  const placed = [...sql.values];
  const page = pageSql(placed, cursor, sort);
  const source = sourceSql(sql, page, String(scan));
  const order = orderSql(page, 'j');
  const values = [...placed];
  const where = sql.rest ? `WHERE ${sql.rest(values)}` : '';
  const found = await boundedQuery<PageRow>(
    `SELECT ${SUMMARY_COLUMNS}, ${keyMs(sortKey(sort), 'j')} AS "keyMs"
       FROM (${source}) j ${where} ${order} LIMIT ${PAGE_SIZE + 1}`,
    values,
    limitMs,
  );
  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  if (page.direction === 'newer') shown.reverse();
  const cut = isInOrder(sql, page)
    ? more || !sql.rest
      ? null
      : await whereCut(source, placed, page, scan, limitMs)
    : await newestCut(sql, scan, limitMs);
  const goesOn = more || (cut?.place ?? null) !== null;
  const rows = await toSummaries(
    shown.map(({ keyMs: _, ...row }) => row),
    reader,
  );
  return {
    rows,
    cut,
    edges: { first: placeOf(shown.at(0)), last: placeOf(shown.at(-1)) },
    hasNewer: page.direction === 'newer' ? goesOn : page.beyond !== null,
    hasOlder: page.direction === 'older' ? goesOn : true,
  };
}

const placeOf = (row: PageRow | undefined): string | null =>
  row ? formatPlace({ ms: row.keyMs, id: row.id }) : null;

function pageSql(values: unknown[], cursor: JobCursor, sort: JobSort): PageSql {
  const older = parsePlace(cursor.olderThan, sort);
  const newer = older ? null : parsePlace(cursor.newerThan, sort);
  const place = older ?? newer;
  const bind = (value: unknown) => `$${values.push(value)}`;
  return {
    sort,
    direction: newer ? 'newer' : 'older',
    beyond: place && {
      ms: place.ms === null ? null : keyFrom(sortKey(sort), bind(place.ms)),
      id: bind(place.id),
    },
  };
}

/** The last job that was looked at, when there may be more behind it. */
async function whereCut(
  source: string,
  values: unknown[],
  page: PageSql,
  scan: number,
  limitMs: number,
): Promise<Cut | null> {
  const key = sortKey(page.sort);
  const [last] = await boundedQuery<{ id: string; createdAt: Date; keyMs: number | null }>(
    `SELECT j.id, j.created_at AS "createdAt", ${keyMs(key, 'j')} AS "keyMs"
       FROM (${source}) j ${orderSql(page, 'j')} OFFSET ${scan - 1} LIMIT 1`,
    values,
    limitMs,
  );
  if (!last) return null;
  return {
    looked: scan,
    place: formatPlace({ ms: last.keyMs, id: last.id }),
    at: key === 'created' ? last.createdAt.toISOString() : null,
  };
}

/** Whether there were more jobs than could be sorted. */
async function newestCut(sql: FilterSql, scan: number, limitMs: number): Promise<Cut | null> {
  const inOrder: PageSql = { sort: `-${sql.entry}`, direction: 'older', beyond: null };
  const [full] = await boundedQuery(
    `SELECT 1 FROM (${sourceSql(sql, inOrder, String(scan))}) j OFFSET ${scan - 1} LIMIT 1`,
    sql.values,
    limitMs,
  );
  return full ? { looked: scan, place: null, at: null } : null;
}

import { FIRST_PAGE, type JobCursor, type JobFilter, LOOK_LIMIT } from '../job-filter';
import { formatPlace, type JobSort, NEWEST_FIRST, parsePlace, sortKey } from '../job-sort';
import { type PayloadReader, WITHOUT_PAYLOADS } from '../payload-masking';
import { boundedQuery, orNull } from './bounded-query';
import { type FilterSql, filterSql } from './filter-sql';
import { type JobSummary, SUMMARY_COLUMNS, type SummaryRow, toSummaries } from './job-summary';
import { keyMs } from './sort-sql';
import { FROM_THE_TOP, isInOrder, orderSql, type PageSql, type Source, sourceSql } from './source-sql';

export const PAGE_SIZE = 50;

/** How many jobs are looked at, first and when that did not fill the page, and how long each may take. */
const LOOKS: readonly Look[] = [
  { jobs: 1_000, limitMs: 3_000 },
  { jobs: LOOK_LIMIT, limitMs: 1_500 },
];
/** Where others have lasted too long. */
const LAST_LOOK: Look = { jobs: 100, limitMs: 1_500 };

interface Look {
  jobs: number;
  limitMs: number;
}

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
  /** The milliseconds after which a longer search was stopped; null: it ended by itself. */
  afterMs: number | null;
}

type PageRow = SummaryRow & { keyMs: number | null };

/**
 * A page of the jobs that pass the filter, by keyset on the sort's own value and the id. A search looks at more jobs until
 * the page is full, but not at all of them, and none for too long: it says so in `cut`.
 * @throws YardmasterError `limit_exceeded` when even a few take too long
 */
export async function listJobs(
  filter: JobFilter,
  cursor: JobCursor = FIRST_PAGE,
  sort: JobSort = NEWEST_FIRST,
  reader: PayloadReader = WITHOUT_PAYLOADS,
): Promise<JobPage> {
  const sql = filterSql(filter, Date.now(), sort);
  const page = pageSql(cursor, sort);
  // What has to be sorted is read at once.
  const looks = isInOrder(sql, page) ? LOOKS : LOOKS.slice(1);
  const { rows, hasMore, cut } = await lookFurther(sql, page, looks);
  const goesOn = hasMore || (cut?.place ?? null) !== null;
  const shown = page.direction === 'newer' ? rows.toReversed() : rows;
  return {
    rows: await toSummaries(
      shown.map(({ keyMs: _, ...row }) => row),
      reader,
    ),
    cut,
    edges: { first: placeOf(shown.at(0)), last: placeOf(shown.at(-1)) },
    hasNewer: page.direction === 'newer' ? goesOn : page.beyond !== null,
    hasOlder: page.direction === 'older' ? goesOn : true,
  };
}

/** Looks at more and more until the page is full; what takes too long leaves what was found before it. */
async function lookFurther(sql: FilterSql, page: PageSql, looks: readonly Look[]): Promise<Found> {
  let found: Found | undefined;
  for (const look of looks) {
    const more = await orNull(() => readPage(sql, page, look));
    if (more) found = more;
    else if (found?.cut) return { ...found, cut: { ...found.cut, afterMs: look.limitMs } };
    if (!found?.cut) break;
  }
  return found ?? readPage(sql, page, LAST_LOOK);
}

interface Found {
  /** In the order in which they were looked at. */
  rows: PageRow[];
  hasMore: boolean;
  cut: Cut | null;
}

async function readPage(sql: FilterSql, page: PageSql, { jobs, limitMs }: Look): Promise<Found> {
  const ordered = isInOrder(sql, page);
  const source = sourceSql(sql, page, ordered && !sql.rest ? PAGE_SIZE + 1 : jobs);
  const values = [...source.values];
  const where = sql.rest ? `WHERE ${sql.rest(values)}` : '';
  const rows = await boundedQuery<PageRow>(
    `SELECT ${SUMMARY_COLUMNS}, ${keyMs(sortKey(page.sort), 'j')} AS "keyMs"
       FROM ${source.text} j ${where} ${orderSql(page, 'j')} LIMIT ${PAGE_SIZE + 1}`,
    values,
    limitMs,
  );
  const hasMore = rows.length > PAGE_SIZE;
  const found = { rows: rows.slice(0, PAGE_SIZE), hasMore };
  if (!ordered) return { ...found, cut: await newestCut(sql, jobs, limitMs) };
  return { ...found, cut: hasMore || !sql.rest ? null : await whereCut(source, page, jobs, limitMs) };
}

const placeOf = (row: PageRow | undefined): string | null =>
  row ? formatPlace({ ms: row.keyMs, id: row.id }) : null;

function pageSql(cursor: JobCursor, sort: JobSort): PageSql {
  const older = parsePlace(cursor.olderThan, sort);
  const newer = older ? null : parsePlace(cursor.newerThan, sort);
  return { sort, direction: newer ? 'newer' : 'older', beyond: older ?? newer };
}

/** The last job that was looked at, when there may be more behind it. */
async function whereCut(source: Source, page: PageSql, jobs: number, limitMs: number): Promise<Cut | null> {
  const key = sortKey(page.sort);
  const [last] = await boundedQuery<{ id: string; createdAt: Date; keyMs: number | null }>(
    `SELECT j.id, j.created_at AS "createdAt", ${keyMs(key, 'j')} AS "keyMs"
       FROM ${source.text} j ${orderSql(page, 'j')} OFFSET ${jobs - 1} LIMIT 1`,
    [...source.values],
    limitMs,
  );
  if (!last) return null;
  return {
    looked: jobs,
    place: formatPlace({ ms: last.keyMs, id: last.id }),
    at: key === 'created' ? last.createdAt.toISOString() : null,
    afterMs: null,
  };
}

/** Whether there were more jobs than could be sorted. */
async function newestCut(sql: FilterSql, jobs: number, limitMs: number): Promise<Cut | null> {
  const inOrder: PageSql = { ...FROM_THE_TOP, sort: `-${sql.entry}` };
  const source = sourceSql(sql, inOrder, jobs);
  const [full] = await boundedQuery(
    `SELECT 1 FROM ${source.text} j OFFSET ${jobs - 1} LIMIT 1`,
    [...source.values],
    limitMs,
  );
  return full ? { looked: jobs, place: null, at: null, afterMs: null } : null;
}

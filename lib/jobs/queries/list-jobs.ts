import { FIRST_PAGE, type JobCursor, type JobFilter, LOOK_LIMIT } from '../job-filter';
import { formatPlace, type JobSort, NEWEST_FIRST, parsePlace, sortKey } from '../job-sort';
import { type PayloadReader, WITHOUT_PAYLOADS } from '../payload-masking';
import { boundedQuery, orNull } from './bounded-query';
import { type FilterSql, filterSql } from './filter-sql';
import { isCut } from './is-cut';
import { type JobSummary, SUMMARY_COLUMNS, type SummaryRow, toSummaries } from './job-summary';
import { keyMs } from './sort-sql';
import { isInOrder, orderSql, type PageSql, sourceSql } from './source-sql';

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

const columnsOf = ({ sort }: PageSql) => `${SUMMARY_COLUMNS}, ${keyMs(sortKey(sort), 'j')} AS "keyMs"`;
const upToPage = <Row>(rows: Row[]) => ({ rows: rows.slice(0, PAGE_SIZE), hasMore: rows.length > PAGE_SIZE });

async function readPage(sql: FilterSql, page: PageSql, { jobs, limitMs }: Look): Promise<Found> {
  const ordered = isInOrder(sql, page);
  if (ordered && !sql.rest) return readServed(sql, page, limitMs);
  const looked = await lookThrough(sql, page, jobs, limitMs);
  const found = upToPage(looked.flatMap(({ passes, isLast: _, ...row }) => (passes ? [row] : [])));
  if (!ordered) return { ...found, cut: await newestCut(sql, jobs, limitMs) };
  const last = found.hasMore ? undefined : looked.find(({ isLast }) => isLast);
  return { ...found, cut: last ? whereCut(last, page, jobs) : null };
}

/** What an index gives as it is asked for. */
async function readServed(sql: FilterSql, page: PageSql, limitMs: number): Promise<Found> {
  const { text, values, lead } = sourceSql(sql, page, PAGE_SIZE + 1);
  const query = `SELECT ${columnsOf(page)} FROM ${text} j ${orderSql(page, 'j', lead)}`;
  return { ...upToPage(await boundedQuery<PageRow>(query, [...values], limitMs)), cut: null };
}

/**
 * The first jobs that pass, of so many, and the last that was looked at. All columns are read of these alone: those looked
 * through would have to be carried along whole.
 */
function lookThrough(sql: FilterSql, page: PageSql, jobs: number, limitMs: number) {
  const source = sourceSql(sql, page, jobs);
  const values = [...source.values];
  const passes = sql.rest?.(values) ?? 'true';
  const order = (of: string) => orderSql(page, of, source.lead);
  return boundedQuery<PageRow & { passes: boolean; isLast: boolean }>(
    `SELECT ${columnsOf(page)}, found.passes, found."isLast"
       FROM (SELECT j.*, (${passes}) AS passes, j.place = ${jobs} AS "isLast"
               FROM (SELECT *, row_number() OVER (${order('source')}) AS place FROM ${source.text} source) j
              WHERE (${passes}) OR j.place = ${jobs} ${order('j')} LIMIT ${PAGE_SIZE + 2}) found
       JOIN job j ON j.id = found.id ${orderSql(page, 'found')}`,
    values,
    limitMs,
  );
}

const placeOf = (row: PageRow | undefined): string | null =>
  row ? formatPlace({ ms: row.keyMs, id: row.id }) : null;

function pageSql(cursor: JobCursor, sort: JobSort): PageSql {
  const older = parsePlace(cursor.olderThan, sort);
  const newer = older ? null : parsePlace(cursor.newerThan, sort);
  return { sort, direction: newer ? 'newer' : 'older', beyond: older ?? newer };
}

/** At the last job that was looked at. */
const whereCut = (last: PageRow, page: PageSql, looked: number): Cut => ({
  looked,
  place: placeOf(last),
  at: sortKey(page.sort) === 'created' ? last.createdAt.toISOString() : null,
  afterMs: null,
});

/** Whether there were more jobs than could be sorted. */
const newestCut = async (sql: FilterSql, looked: number, limitMs: number): Promise<Cut | null> =>
  (await isCut(sql, looked, limitMs)) ? { looked, place: null, at: null, afterMs: null } : null;

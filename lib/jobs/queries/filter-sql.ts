import { type JobFilter, TIME_WINDOWS } from '../job-filter';
import { parseSearch } from '../job-search';
import { isDescending, type JobSort, type SortKey, sortKey } from '../job-sort';
import { REASON_STATUSES } from '../status';
import { restOf, statusIn } from './rest-sql';
import { keyOf, momentOf } from './sort-sql';

const HOUR_MS = 60 * 60 * 1000;

/** A filter as SQL: what an index serves, apart from what has to be looked at row by row. */
export interface FilterSql {
  /** Statuses to read each through its own partial index; empty: none of them is the way in. */
  statuses: readonly string[];
  indexed: string[];
  /** What `indexed` binds. */
  values: unknown[];
  /** The order in which the way in gives the rows. */
  entry: SortKey;
  /** Whether the way in gives few rows of all: those of one runner, object, schedule, user, or a time. */
  narrow: boolean;
  /** Writes the conditions for the rows that the indexes give, binding into `values`; null when there are none. */
  rest: ((values: unknown[]) => string) | null;
}

/**
 * Splits a filter by what its parts cost, for a list in this order. `now` is Unix milliseconds. `byId` keeps to ways in
 * that give every row in the order of ids, for those who walk through all of them. Binds into `values`.
 */
export function filterSql(
  filter: JobFilter,
  now: number,
  sort: JobSort,
  byId = false,
  values: unknown[] = [],
): FilterSql {
  const indexed: string[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const search = parseSearch(filter.search);

  if (filter.ids) indexed.push(`id = ANY(${bind(filter.ids)}::uuid[])`);
  if (search.id) indexed.push(`id = ${bind(search.id)}::uuid`);
  if (filter.runner) indexed.push(`runner = ${bind(filter.runner)}`);
  if (filter.object) {
    indexed.push(`object_type = ${bind(filter.object.type)} AND object_id = ${bind(filter.object.id)}`);
  }
  if (filter.scheduleId) indexed.push(`schedule_id = ${bind(filter.scheduleId)}::uuid`);
  if (filter.userId) indexed.push(`user_id = ${bind(filter.userId)}`);
  if (filter.againOfId) indexed.push(`again_of_id = ${bind(filter.againOfId)}::uuid`);
  if (filter.fingerprint) indexed.push(`fingerprint = ${bind(filter.fingerprint)}`);

  const { from, to } = timesOf(filter, now);
  const timed = filter.timeOf !== 'created' && (from !== null || to !== null);
  if (filter.timeOf === 'created') {
    if (from !== null) indexed.push(`id >= ${bind(firstIdOf(from))}::uuid`);
    if (to !== null) indexed.push(`id < ${bind(firstIdOf(to))}::uuid`);
  }
  const isTimeEntry = timed && !byId && indexed.length === 0;
  if (isTimeEntry) indexed.push(...momentOf(filter.timeOf, from, to, bind));
  const narrow = isTimeEntry || isNarrow(filter, search.id);

  const wanted =
    filter.statuses.length === 0 && filter.reason ? REASON_STATUSES[filter.reason] : filter.statuses;
  const byStatus = !narrow && wanted.length > 0 && (sortKey(sort) === 'created' || isRare(wanted));
  const bySort = !narrow && !byStatus && sortKey(sort) !== 'created';
  return {
    statuses: byStatus ? wanted : [],
    indexed,
    values,
    entry: isTimeEntry ? filter.timeOf : bySort ? sortKey(sort) : 'created',
    narrow,
    rest: restOf(filter, search, {
      statuses: byStatus ? [] : wanted,
      moment: timed && !isTimeEntry ? { from, to } : null,
    }),
  };
}

const isNarrow = (filter: JobFilter, id: string | null): boolean =>
  [
    id,
    filter.ids,
    filter.runner,
    filter.object,
    filter.scheduleId,
    filter.userId,
    filter.againOfId,
    filter.fingerprint,
  ].some((part) => part !== null);

// Jobs that completed are nearly all jobs; of every other status there are few, and a partial index knows them.
const isRare = (statuses: readonly string[]) => !statuses.includes('completed');

/** The moments (Unix milliseconds) that a filter's window stands for. */
export function timesOf(filter: JobFilter, now: number): { from: number | null; to: number | null } {
  if (filter.from === null && filter.to === null && filter.window !== null) {
    return { from: now - TIME_WINDOWS[filter.window] * HOUR_MS, to: null };
  }
  const ms = (text: string | null) => (text === null ? null : Date.parse(text));
  return { from: ms(filter.from), to: ms(filter.to) };
}

/** Where a page begins and which way it goes, in the words of SQL. */
export interface PageSql {
  sort: JobSort;
  direction: 'older' | 'newer';
  /** The place to go on from, bound; null: from the beginning. */
  beyond: { ms: string | null; id: string } | null;
}

export const FROM_THE_TOP: PageSql = { sort: '-created', direction: 'older', beyond: null };

/** `ORDER BY` of a page, for rows under the name `of`. */
export function orderSql({ sort, direction }: PageSql, of: string): string {
  const way = isDescending(sort) === (direction === 'older') ? 'DESC' : 'ASC';
  const key = keyOf(sortKey(sort), of);
  return `ORDER BY ${key ? `${key} ${way}, ` : ''}${of}.id ${way}`;
}

function beyondSql({ sort, direction, beyond }: PageSql, of: string): string[] {
  if (!beyond) return [];
  const way = isDescending(sort) === (direction === 'older') ? '<' : '>';
  const key = keyOf(sortKey(sort), of);
  return [
    key && beyond.ms
      ? `(${key}, ${of}.id) ${way} (${beyond.ms}, ${beyond.id}::uuid)`
      : `${of}.id ${way} ${beyond.id}::uuid`,
  ];
}

/** Whether the way in gives the rows in the page's own order, so that looking can stop as soon as the page is full. */
export const isInOrder = (sql: FilterSql, { sort }: PageSql): boolean => sql.entry === sortKey(sort);

/**
 * The rows that the indexes give, at most `limit` of them and none beyond the page's place. Several statuses are merged
 * from one ordered scan each. Where the way in has another order than the page, they are the newest `limit`.
 */
export function sourceSql(sql: FilterSql, page: PageSql, limit: string): string {
  const ordered = isInOrder(sql, page);
  const scanned: PageSql = ordered ? page : { ...FROM_THE_TOP, sort: `-${sql.entry}` };
  const conditions = [...sql.indexed, ...presence(sortKey(scanned.sort)), ...beyondSql(scanned, 'job')];
  const scan = (extra: string[]) => {
    const all = [...extra, ...conditions];
    return `SELECT * FROM job ${all.length > 0 ? `WHERE ${all.join(' AND ')}` : ''} ${orderSql(scanned, 'job')} LIMIT ${limit}`;
  };
  const scans = sql.statuses.map((status) => `(${scan([statusIn([status])])})`);
  const source =
    scans.length === 0
      ? scan([])
      : `SELECT * FROM (${scans.join(' UNION ALL ')}) merged ${orderSql(scanned, 'merged')} LIMIT ${limit}`;
  if (ordered) return source;
  const after = [...presence(sortKey(page.sort)), ...beyondSql(page, 'newest')];
  return `SELECT * FROM (${source}) newest ${after.length > 0 ? `WHERE ${after.join(' AND ')}` : ''}`;
}

// As the partial indexes have it, word for word.
const presence = (key: SortKey): string[] =>
  ({
    created: [],
    started: ['started_at IS NOT NULL'],
    completed: ['completed_at IS NOT NULL'],
    duration: ['completed_at IS NOT NULL', 'started_at IS NOT NULL'],
    wait: ['completed_at IS NOT NULL', 'started_at IS NOT NULL'],
  })[key];

/** The smallest id that can have been made at a moment (Unix milliseconds). */
export function firstIdOf(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

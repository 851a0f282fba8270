import { type JobFilter, LOOK_LIMIT, TIME_WINDOWS } from '../job-filter';
import { type JobSearch, parseSearch } from '../job-search';
import { type JobSort, type SortKey, sortKey } from '../job-sort';
import { type JobStatus, REASON_STATUSES } from '../status';
import { restOf } from './rest-sql';
import { momentOf } from './sort-sql';
import { narrowWay, statusWays, type Way, waysOfQueue } from './way-in';

const HOUR_MS = 60 * 60 * 1000;

/** A filter as SQL: what an index serves, apart from what has to be looked at row by row. */
export interface FilterSql {
  /** The ranges of indexes to read, which together hold the rows; merged into one order. */
  ways: readonly Way[];
  /** Conditions on every row of them, for which the index has room or which leave but a few rows. */
  indexed: readonly string[];
  /** What these bind. */
  values: unknown[];
  /** Of the ids, where the window of creation begins and ends; the end is not within. */
  ids: { from: string | null; to: string | null };
  /** The order in which the ways give the rows. */
  entry: SortKey;
  /** Whether they give few rows of all: those of one runner, object, schedule, user, or a time. */
  narrow: boolean;
  /** Writes the conditions for the rows that the indexes give, binding into `values`; null when there are none. */
  rest: ((values: unknown[]) => string) | null;
  /** How many rows to look through for them, where nobody waits for it: a count, a dry run, a piece of an export. */
  scan: number;
}

const SCAN_LIMIT = 100_000;

/**
 * Splits a filter by what its parts cost, for a list in this order. `now` is Unix milliseconds. `byId` keeps to ways in
 * that give every row in the order of ids, for those who walk through all of them.
 */
export function filterSql(filter: JobFilter, now: number, sort: JobSort, byId = false): FilterSql {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const search = parseSearch(filter.search);
  const indexed = picked(filter, search, bind);
  const { from, to } = timesOf(filter, now);
  const isCreated = filter.timeOf === 'created';
  const moment = !isCreated && (from !== null || to !== null) ? { from, to } : null;
  const statuses =
    filter.statuses.length === 0 && filter.reason ? REASON_STATUSES[filter.reason] : filter.statuses;

  const few = indexed.length > 0 ? null : narrowWay(filter, bind);
  const isFew = indexed.length > 0 || few !== null;
  const isTimeEntry = moment !== null && !byId && !isFew;
  if (moment && isTimeEntry) indexed.push(...momentOf(filter.timeOf, moment.from, moment.to, bind));
  const inOrderOfIds = byId || sortKey(sort) === 'created';
  const open = !isFew && !isTimeEntry;
  const byStatus = open && isRare(statuses) ? statusWays(statuses) : null;
  const byQueue = open && !byStatus && inOrderOfIds && filter.queue ? waysOfQueue(filter.queue, bind) : null;
  const ways = few?.ways ?? byStatus ?? byQueue ?? [ALL];
  const created = isCreated ? { from, to } : NEVER;
  // By a sort's own index, but for a short time: there the few of that time are sorted.
  const bySort = open && !byStatus && !inOrderOfIds && !isShort(created, now);
  const ids = {
    from: created.from === null ? null : firstIdOf(created.from),
    to: created.to === null ? null : firstIdOf(created.to),
  };
  return {
    ways,
    indexed,
    values,
    ids: bySort ? NO_IDS : ids,
    entry: isTimeEntry ? filter.timeOf : bySort ? sortKey(sort) : 'created',
    narrow: isFew || isTimeEntry || byQueue !== null,
    // Whatever looks into logs reads many lines for each job.
    scan: search.log.length > 0 ? LOOK_LIMIT : SCAN_LIMIT,
    rest: restOf(filter, search, {
      statuses: byStatus ? [] : statuses,
      moment: isTimeEntry ? null : moment,
      ids: bySort ? ids : NO_IDS,
      served: byQueue ? 'queue' : (few?.part ?? null),
    }),
  };
}

interface Times {
  from: number | null;
  to: number | null;
}

const NEVER: Times = { from: null, to: null };
const NO_IDS = { from: null, to: null };
const isShort = ({ from, to }: Times, now: number): boolean =>
  from !== null && (to ?? now) - from <= TIME_WINDOWS['24h'] * HOUR_MS;

const ALL: Way = { columns: [], values: [], predicate: null };

// Jobs that completed are nearly all jobs; of every other status there are few, and a partial index knows them.
const isRare = (statuses: readonly JobStatus[]) => statuses.length > 0 && !statuses.includes('completed');

/** Jobs that are named one by one. */
function picked(filter: JobFilter, search: JobSearch, bind: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  if (filter.ids) conditions.push(`id = ANY(${bind(filter.ids)}::uuid[])`);
  if (search.id) conditions.push(`id = ${bind(search.id)}::uuid`);
  return conditions;
}

/** The moments (Unix milliseconds) that a filter's window stands for. */
export function timesOf(filter: JobFilter, now: number): Times {
  if (filter.from === null && filter.to === null && filter.window !== null) {
    return { from: now - TIME_WINDOWS[filter.window] * HOUR_MS, to: null };
  }
  const ms = (text: string | null) => (text === null ? null : Date.parse(text));
  return { from: ms(filter.from), to: ms(filter.to) };
}

/** The smallest id that can have been made at a moment (Unix milliseconds). */
export function firstIdOf(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

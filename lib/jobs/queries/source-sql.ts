import { isDescending, type JobSort, NEWEST_FIRST, type SortKey, type SortPlace, sortKey } from '../job-sort';
import type { FilterSql } from './filter-sql';
import { FIRST_ID, LAST_ID } from './newest-sql';
import { keyFrom, keyOf } from './sort-sql';
import type { Way } from './way-in';

/** Where a page begins and which way it goes. */
export interface PageSql {
  sort: JobSort;
  direction: 'older' | 'newer';
  /** The place to go on from; null: from the beginning. */
  beyond: SortPlace | null;
}

export const FROM_THE_TOP: PageSql = { sort: NEWEST_FIRST, direction: 'older', beyond: null };

/** A query for the rows that the indexes give, and what it binds. */
export interface Source {
  text: string;
  values: readonly unknown[];
  /**
   * Columns that stand before the page's own in the order of the rows, and are the same in all of them. Whoever orders by these
   * as well gets the rows as they come, and need not have all of them to sort.
   */
  lead: readonly string[];
}

const isDown = ({ sort, direction }: PageSql) => isDescending(sort) === (direction === 'older');

/** `ORDER BY` of a page, for the rows of a source under the name `of`; `lead` is the source's. */
export function orderSql(page: PageSql, of: string, lead: readonly string[] = []): string {
  const way = isDown(page) ? 'DESC' : 'ASC';
  const columns = [...lead, ...(sortKey(page.sort) === 'created' ? [] : ['sort_key']), 'id'];
  return `ORDER BY ${columns.map((column) => `${of}.${column} ${way}`).join(', ')}`;
}

/** Whether the way in gives the rows in the page's own order, so that looking can stop as soon as the page is full. */
export const isInOrder = (sql: FilterSql, { sort }: PageSql): boolean => sql.entry === sortKey(sort);

/**
 * The rows that the indexes give, at most `limit` of them and none beyond the page's place. Where the way in has another
 * order than the page, they are the newest `limit`.
 */
export function sourceSql(sql: FilterSql, page: PageSql, limit: number): Source {
  const values = [...sql.values];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const key = keyOf(sortKey(page.sort), 'job');
  const columns = key ? `*, ${key} AS sort_key` : '*';
  const ordered = isInOrder(sql, page);
  const scanned: PageSql = ordered ? page : { ...FROM_THE_TOP, sort: `-${sql.entry}` };
  const scans = scansOf(sql, scanned, columns, limit, bind);
  const merged =
    scans.length === 1
      ? (scans[0] as string)
      : `(SELECT * FROM (${scans.join(' UNION ALL ')}) merged ${orderSql(scanned, 'merged')} LIMIT ${limit})`;
  const lead = scans.length === 1 && sql.entry === 'created' ? (sql.ways[0]?.columns ?? []) : [];
  if (ordered) return { text: merged, values, lead };
  const after = [...presence(sortKey(page.sort)), ...beyondKey(page, 'newest', bind)];
  const where = after.length > 0 ? `WHERE ${after.join(' AND ')}` : '';
  return { text: `(SELECT * FROM ${merged} newest ${where})`, values, lead: [] };
}

/** At most `limit` of the rows that the indexes give, whichever they are: for counts, which need not bring ranges into one order. */
export function anyOrderSql(sql: FilterSql, limit: number): Omit<Source, 'lead'> {
  const values = [...sql.values];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const scans = scansOf(sql, { ...FROM_THE_TOP, sort: `-${sql.entry}` }, '*', limit, bind);
  return { text: `(SELECT * FROM (${scans.join(' UNION ALL ')}) together LIMIT ${limit})`, values };
}

function scansOf(
  sql: FilterSql,
  page: PageSql,
  columns: string,
  limit: number,
  bind: (value: unknown) => string,
): string[] {
  if (sql.entry !== 'created') return [`(${scanKey(sql, sql.entry, page, columns, limit, bind)})`];
  return sql.ways.map((way) => `(${scanWay(sql, way, page, columns, limit, bind)})`);
}

/**
 * One range of an index, from one id to another. Its columns stand in the comparison and in the order as well: so no other
 * index can give the order, and the planner is not led to the newest of all jobs, where those wanted may be far between.
 */
function scanWay(
  { indexed, ids }: FilterSql,
  { columns, values, predicate }: Way,
  page: PageSql,
  selected: string,
  limit: number,
  bind: (value: unknown) => string,
): string {
  const beyond = page.beyond?.id ?? null;
  const down = isDown(page);
  const upper = down && beyond !== null && (ids.to === null || beyond < ids.to) ? beyond : ids.to;
  const isBeyond = !down && beyond !== null && (ids.from === null || beyond >= ids.from);
  const lower = isBeyond ? beyond : ids.from;
  const tuple = (last: string) => (columns.length > 0 ? `(${[...columns, last].join(', ')})` : last);
  const value = (id: string) => (columns.length > 0 ? `(${[...values, id].join(', ')})` : id);
  const conditions = [...indexed, ...(predicate ? [predicate] : [])];
  if (lower || columns.length > 0) {
    const id = lower ? `${bind(lower)}::uuid` : `'${FIRST_ID}'::uuid`;
    conditions.push(`${tuple('id')} ${isBeyond ? '>' : '>='} ${value(id)}`);
  }
  if (upper || columns.length > 0) {
    const id = upper ? `${bind(upper)}::uuid` : `'${LAST_ID}'::uuid`;
    conditions.push(`${tuple('id')} < ${value(id)}`);
  }
  const order = [...columns, 'id'].map((column) => `${column} ${down ? 'DESC' : 'ASC'}`).join(', ');
  return `SELECT ${selected} FROM job ${whereSql(conditions)} ORDER BY ${order} LIMIT ${limit}`;
}

/** A range of the index of a sort's own value. */
function scanKey(
  { indexed, ids }: FilterSql,
  key: SortKey,
  page: PageSql,
  selected: string,
  limit: number,
  bind: (value: unknown) => string,
): string {
  const way = isDown(page) ? 'DESC' : 'ASC';
  const conditions = [...indexed, ...presence(key), ...beyondKey(page, 'job', bind)];
  if (ids.from) conditions.push(`id >= ${bind(ids.from)}::uuid`);
  if (ids.to) conditions.push(`id < ${bind(ids.to)}::uuid`);
  return `SELECT ${selected} FROM job ${whereSql(conditions)} ORDER BY ${keyOf(key, 'job')} ${way}, id ${way} LIMIT ${limit}`;
}

const whereSql = (conditions: readonly string[]) =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

function beyondKey(page: PageSql, of: string, bind: (value: unknown) => string): string[] {
  if (!page.beyond) return [];
  const { ms, id } = page.beyond;
  const way = isDown(page) ? '<' : '>';
  const key = keyOf(sortKey(page.sort), of);
  const place = `${bind(id)}::uuid`;
  return [
    key && ms !== null
      ? `(${key}, ${of}.id) ${way} (${keyFrom(sortKey(page.sort), bind(ms))}, ${place})`
      : `${of}.id ${way} ${place}`,
  ];
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

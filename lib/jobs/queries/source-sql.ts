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
}

const isDown = ({ sort, direction }: PageSql) => isDescending(sort) === (direction === 'older');

/** `ORDER BY` of a page, for the rows of a source under the name `of`. */
export function orderSql(page: PageSql, of: string): string {
  const way = isDown(page) ? 'DESC' : 'ASC';
  return `ORDER BY ${sortKey(page.sort) === 'created' ? '' : `${of}.sort_key ${way}, `}${of}.id ${way}`;
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
  const scan =
    sql.entry === 'created'
      ? (way: Way) => scanWay(sql, way, scanned, columns, limit, bind)
      : () => scanKey(sql, sql.entry, scanned, columns, limit, bind);
  const scans = sql.ways.map((way) => `(${scan(way)})`);
  const merged =
    scans.length === 1
      ? (scans[0] as string)
      : `(SELECT * FROM (${scans.join(' UNION ALL ')}) merged ${orderSql(scanned, 'merged')} LIMIT ${limit})`;
  if (ordered) return { text: merged, values };
  const after = [...presence(sortKey(page.sort)), ...beyondKey(page, 'newest', bind)];
  const where = after.length > 0 ? `WHERE ${after.join(' AND ')}` : '';
  return { text: `(SELECT * FROM ${merged} newest ${where})`, values };
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

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
  const columns = [...lead, ...(sortKey(page.sort) === 'created' ? [] : ['sort_key']), 'id'];
  return orderBy(
    page,
    columns.map((column) => `${of}.${column}`),
  );
}

const orderBy = (page: PageSql, keys: readonly string[]): string =>
  `ORDER BY ${keys.map((key) => `${key} ${isDown(page) ? 'DESC' : 'ASC'}`).join(', ')}`;

/** Whether the way in gives the rows in the page's own order, so that looking can stop as soon as the page is full. */
export const isInOrder = (sql: FilterSql, { sort }: PageSql): boolean => sql.entry === sortKey(sort);

/**
 * The rows that the indexes give, at most `limit` of them and none beyond the page's place. Where the way in has another
 * order than the page, they are the newest `limit`.
 */
export function sourceSql(sql: FilterSql, page: PageSql, limit: number): Source {
  const values = [...sql.values];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const key = sortKey(page.sort);
  const columns = key === 'created' ? '*' : `*, ${keyOf(key, 'job')} AS sort_key`;
  const ordered = isInOrder(sql, page);
  const scanned: PageSql = ordered ? page : { ...FROM_THE_TOP, sort: `-${sql.entry}` };
  const scans = scansOf(sql, scanned, columns, limit, bind);
  const lead = leadOf(sql);
  const keys = [...lead.map((column) => `merged.${column}`), keyOf(sql.entry, 'merged'), 'merged.id'];
  const order = orderBy(
    scanned,
    keys.filter((one) => one !== null),
  );
  const merged =
    scans.length === 1
      ? (scans[0] as string)
      : `(SELECT * FROM (${scans.join(' UNION ALL ')}) merged ${order} LIMIT ${limit})`;
  if (ordered) return { text: merged, values, lead };
  const after = [...(key === 'created' ? [] : [PRESENT[key]]), ...beyondKey(page, 'newest', bind)];
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
  const { entry } = sql;
  return entry === 'created'
    ? sql.ways.map((way) => `(${scanWay(sql, way, page, columns, limit, bind)})`)
    : indexesOf(entry).map((present) => `(${scanKey(sql, entry, present, page, columns, limit, bind)})`);
}

/** The columns of the ways, where all have the same values in the same columns. */
function leadOf({ entry, ways: [first, ...others] }: FilterSql): readonly string[] {
  if (entry !== 'created' || !first) return [];
  const same = ({ columns, values }: Way) =>
    `${columns}` === `${first.columns}` && `${values}` === `${first.values}`;
  return others.every(same) ? first.columns : [];
}

/**
 * One range of an index, from one id to another. Its columns stand in the comparison and in the order as well: so no other
 * index can give the order, and the planner is not led to the newest of all jobs, where those wanted may be far between.
 */
function scanWay(
  { indexed, ids }: FilterSql,
  { columns, values, predicate, few }: Way,
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
  const rows = few ? `(SELECT * FROM job WHERE ${predicate} OFFSET 0) job` : 'job';
  return `SELECT ${selected} FROM ${rows} ${whereSql(conditions)} ORDER BY ${order} LIMIT ${limit}`;
}

/** A range of an index of a sort's own value, of those that are `present` there. */
function scanKey(
  { indexed, ids }: FilterSql,
  key: SortKey,
  present: string,
  page: PageSql,
  selected: string,
  limit: number,
  bind: (value: unknown) => string,
): string {
  const way = isDown(page) ? 'DESC' : 'ASC';
  const conditions = [...indexed, present, ...beyondKey(page, 'job', bind)];
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

type OwnKey = Exclude<SortKey, 'created'>;
const STARTED_AND_ENDED = 'completed_at IS NOT NULL AND started_at IS NOT NULL';
/** Which jobs are in a list of this order. */
const PRESENT: Record<OwnKey, string> = {
  started: 'started_at IS NOT NULL',
  completed: 'completed_at IS NOT NULL',
  duration: STARTED_AND_ENDED,
  wait: STARTED_AND_ENDED,
};

/** The same by the indexes that hold them, word for word: what runs stands in none that a claim would have to write to. */
const indexesOf = (key: OwnKey): readonly string[] =>
  key === 'started' ? [`${PRESENT.started} AND status <> 'running'`, "status = 'running'"] : [PRESENT[key]];

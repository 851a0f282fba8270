import { type JobFilter, TIME_WINDOWS } from '../job-filter';

const HOUR_MS = 60 * 60 * 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A filter as SQL: what an index serves, apart from what has to be looked at row by row. */
export interface FilterSql {
  /** Statuses to read each through its own partial index; empty: none of them is the way in. */
  statuses: readonly string[];
  indexed: string[];
  /** What `indexed` binds. */
  values: unknown[];
  /** Writes the conditions for the rows that the indexes give, binding into `values`; null when there are none. */
  rest: ((values: unknown[]) => string) | null;
}

/** Splits a filter by what its parts cost. `now` is Unix milliseconds. */
export function filterSql(filter: JobFilter, now: number): FilterSql {
  const values: unknown[] = [];
  const indexed: string[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;

  if (filter.runner) indexed.push(`runner = ${bind(filter.runner)}`);
  if (filter.object) {
    indexed.push(`object_type = ${bind(filter.object.type)} AND object_id = ${bind(filter.object.id)}`);
  }
  if (filter.scheduleId) indexed.push(`schedule_id = ${bind(filter.scheduleId)}::uuid`);
  // Another index is the way in already; the statuses are then looked at row by row.
  const entered = indexed.length > 0;
  if (filter.window) {
    indexed.push(`id >= ${bind(firstIdOf(now - TIME_WINDOWS[filter.window] * HOUR_MS))}::uuid`);
  }
  if (UUID.test(filter.search)) indexed.push(`id = ${bind(filter.search)}::uuid`);
  return {
    statuses: entered ? [] : filter.statuses,
    indexed,
    values,
    rest: restSql(filter, entered ? filter.statuses : []),
  };
}

function restSql(filter: JobFilter, statuses: readonly string[]): FilterSql['rest'] {
  const words = UUID.test(filter.search) ? '' : filter.search;
  if (!words && !filter.queue && statuses.length === 0) return null;
  return (values) => {
    const conditions: string[] = [];
    if (statuses.length > 0) conditions.push(statusIn(statuses));
    if (filter.queue) conditions.push(`queue = $${values.push(filter.queue)}`);
    if (words) {
      const pattern = `$${values.push(`%${words.replace(/[\\%_]/g, '\\$&')}%`)}`;
      conditions.push(`(name ILIKE ${pattern} OR error ILIKE ${pattern})`);
    }
    return `WHERE ${conditions.join(' AND ')}`;
  };
}

// Written out, not bound: only a constant lets Postgres choose a partial index. They come from a closed set.
const statusIn = (statuses: readonly string[]) =>
  `status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;

/**
 * The rows that the indexes give, newest first (or oldest first), at most `limit` of them and none beyond `cursor`.
 * Several statuses are merged from one ordered scan each.
 */
export function sourceSql(
  sql: FilterSql,
  cursor: string | null,
  direction: 'older' | 'newer',
  limit: string,
): string {
  const [order, beyond] = direction === 'older' ? ['DESC', '<'] : ['ASC', '>'];
  const conditions = [...sql.indexed, ...(cursor ? [`id ${beyond} ${cursor}::uuid`] : [])];
  const scan = (extra: string[]) => {
    const all = [...extra, ...conditions];
    return `SELECT * FROM job ${all.length > 0 ? `WHERE ${all.join(' AND ')}` : ''} ORDER BY id ${order} LIMIT ${limit}`;
  };
  if (sql.statuses.length === 0) return scan([]);
  const scans = sql.statuses.map((status) => `(${scan([`status = '${status}'`])})`);
  return `SELECT * FROM (${scans.join(' UNION ALL ')}) merged ORDER BY id ${order} LIMIT ${limit}`;
}

/** The smallest id that can have been made at a moment (Unix milliseconds). */
export function firstIdOf(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

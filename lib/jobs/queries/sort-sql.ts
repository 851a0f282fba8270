import type { TimeOfJob } from '../job-filter';
import type { SortKey } from '../job-sort';

/** The expression that a list is sorted by, as its index has it; null: by the id, which is the order of creation. */
export function keyOf(key: SortKey, of: string): string | null {
  switch (key) {
    case 'created':
      return null;
    case 'started':
      return `${of}.started_at`;
    case 'completed':
      return `${of}.completed_at`;
    case 'duration':
      return `(${of}.completed_at - ${of}.started_at)`;
    case 'wait':
      return `(${of}.started_at - ${of}.run_at)`;
  }
}

/** The value of a key in milliseconds, whole ones: what a place in the list is made of. */
export function keyMs(key: SortKey, of: string): string {
  const expression = keyOf(key, of);
  return expression ? `round(extract(epoch FROM ${expression}) * 1000)::float8` : 'NULL::float8';
}

/** A bound parameter of milliseconds as a value of the key. */
export function keyFrom(key: SortKey, parameter: string): string {
  return key === 'duration' || key === 'wait'
    ? `(${parameter}::float8 * interval '1 millisecond')`
    : `(timestamptz 'epoch' + ${parameter}::float8 * interval '1 millisecond')`;
}

/** Conditions on one time of a job; moments are Unix milliseconds. */
export function momentOf(
  time: TimeOfJob,
  from: number | null,
  to: number | null,
  bind: (value: unknown) => string,
): string[] {
  const column = `${time}_at`;
  const conditions = time === 'created' ? [] : [`${column} IS NOT NULL`];
  if (from !== null) conditions.push(`${column} >= ${bind(new Date(from))}`);
  if (to !== null) conditions.push(`${column} < ${bind(new Date(to))}`);
  return conditions;
}

import type { JobFilter } from '../job-filter';
import type { JobSearch } from '../job-search';
import { momentOf } from './sort-sql';
import type { Served } from './way-in';

/** What is left to look at row by row, of the rows that an index gives. */
interface Left {
  statuses: readonly string[];
  /** The window of the filter's own time, where no index serves it. */
  moment: { from: number | null; to: number | null } | null;
  /** As `moment`, of the creation, as ids. */
  ids: { from: string | null; to: string | null };
  /** The part that the way in answers already. */
  served: Served | null;
}

/** The parts of a filter that are one value in one column. */
const EQUAL: readonly [Served, string, (filter: JobFilter) => string | null | undefined][] = [
  ['againOf', 'again_of_id = $::uuid', ({ againOfId }) => againOfId],
  ['object', 'object_type = $', ({ object }) => object?.type],
  ['object', 'object_id = $', ({ object }) => object?.id],
  ['schedule', 'schedule_id = $::uuid', ({ scheduleId }) => scheduleId],
  ['fingerprint', 'fingerprint = $', ({ fingerprint }) => fingerprint],
  ['user', 'user_id = $', ({ userId }) => userId],
  ['reason', 'reason = $::job_reason', ({ reason }) => reason],
  ['worker', 'worker_id = $::uuid', ({ workerId }) => workerId],
  ['runner', 'runner = $', ({ runner }) => runner],
  ['queue', 'queue = $', ({ queue }) => queue],
];

/** Writes the conditions for rows under no other name than their own columns'; null when there are none. */
export function restOf(
  filter: JobFilter,
  search: JobSearch,
  { statuses, moment, ids, served }: Left,
): ((values: unknown[]) => string) | null {
  const conditions: ((bind: (value: unknown) => string) => string)[] = [];
  if (statuses.length > 0) conditions.push(() => statusIn(statuses));
  for (const [part, condition, textOf] of EQUAL) {
    const value = textOf(filter);
    if (value && part !== served) conditions.push((bind) => condition.replace('$', () => bind(value)));
  }
  const { from, to } = ids;
  if (from) conditions.push((bind) => `id >= ${bind(from)}::uuid`);
  if (to) conditions.push((bind) => `id < ${bind(to)}::uuid`);
  if (moment) {
    conditions.push((bind) => momentOf(filter.timeOf, moment.from, moment.to, bind).join(' AND '));
  }
  for (const { path, value } of search.args) {
    conditions.push((bind) => `args #>> ${bind(path)}::text[] = ${bind(value)}`);
  }
  if (search.words) {
    conditions.push((bind) => {
      const pattern = bind(containing(search.words));
      return filter.namesOnly ? `name ILIKE ${pattern}` : `(name ILIKE ${pattern} OR error ILIKE ${pattern})`;
    });
  }
  for (const words of search.log) {
    conditions.push(
      (bind) =>
        // LIMIT keeps it a look into each job's own log: as a join it would be one through all logs there are.
        `(SELECT true FROM job_log_entry line WHERE line.job_id = j.id AND line.message ILIKE ${bind(containing(words))} LIMIT 1)`,
    );
  }
  if (conditions.length === 0) return null;
  return (values) => conditions.map((write) => write((value) => `$${values.push(value)}`)).join(' AND ');
}

// Written out, not bound: they come from a closed set.
const statusIn = (statuses: readonly string[]): string =>
  statuses.length === 1
    ? `status = '${statuses[0]}'`
    : `status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;

const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

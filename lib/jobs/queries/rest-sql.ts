import type { JobFilter } from '../job-filter';
import type { JobSearch } from '../job-search';
import { momentOf } from './sort-sql';

/** What is left to look at row by row, of the rows that an index gives. */
interface Left {
  statuses: readonly string[];
  /** The window of the filter's own time, where no index serves it. */
  moment: { from: number | null; to: number | null } | null;
}

/** Writes the conditions for rows under no other name than their own columns'; null when there are none. */
export function restOf(
  filter: JobFilter,
  search: JobSearch,
  { statuses, moment }: Left,
): ((values: unknown[]) => string) | null {
  const conditions: ((bind: (value: unknown) => string) => string)[] = [];
  if (statuses.length > 0) conditions.push(() => statusIn(statuses));
  if (filter.queue) conditions.push((bind) => `queue = ${bind(filter.queue)}`);
  if (filter.reason) conditions.push((bind) => `reason = ${bind(filter.reason)}::job_reason`);
  if (filter.workerId) conditions.push((bind) => `worker_id = ${bind(filter.workerId)}::uuid`);
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
        `EXISTS (SELECT 1 FROM job_log_entry line WHERE line.job_id = j.id AND line.message ILIKE ${bind(containing(words))})`,
    );
  }
  if (conditions.length === 0) return null;
  return (values) => conditions.map((write) => write((value) => `$${values.push(value)}`)).join(' AND ');
}

// Written out, not bound: only a constant lets Postgres choose a partial index. They come from a closed set.
export const statusIn = (statuses: readonly string[]): string =>
  statuses.length === 1
    ? `status = '${statuses[0]}'`
    : `status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;

const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

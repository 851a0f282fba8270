import type { BulkOperation } from '@/lib/bulk/queries';
import { BULK_VERBS } from '@/lib/bulk/verbs';

const COUNT_LIMIT = 10_000;

/** Such as "Retry 412 jobs". */
export function bulkTitle({ verb, matched, changed, skipped, state }: BulkOperation): string {
  const { label } = BULK_VERBS[verb];
  // Once it has been through all of them, it knows better than the count before.
  if (state === 'finished') return `${label} ${jobsOf(changed + skipped)}`;
  if (matched === null) return `${label} many jobs`;
  return matched > COUNT_LIMIT ? `${label} more than ${jobsOf(COUNT_LIMIT)}` : `${label} ${jobsOf(matched)}`;
}

export const jobsOf = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'job' : 'jobs'}`;

/** How many there are to go through; null where nobody knows. */
export const totalOf = ({ matched, changed, skipped, state }: BulkOperation): number | null => {
  if (state === 'finished') return changed + skipped;
  return matched === null || matched > COUNT_LIMIT ? null : matched;
};

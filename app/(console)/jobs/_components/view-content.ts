import { jobsQuery } from '@/lib/jobs/job-filter';
import type { ListState } from './view-tabs';

/** What of a list a view keeps, as it is stored. */
export const contentOf = ({ filter, sort, columns }: ListState) => ({
  filter: jobsQuery(filter).toString(),
  sort,
  columns: [...columns],
});

import { pool } from '@/lib/db/client';
import type { JobCursor, JobFilter } from '../job-filter';
import { type JobSort, NEWEST_FIRST } from '../job-sort';
import { type PayloadReader, WITHOUT_PAYLOADS } from '../payload-masking';
import { type JobSummary, SUMMARY_COLUMNS, type SummaryRow, toSummaries } from './job-summary';
import { type JobPage, listJobs } from './list-jobs';

/** What became of the rows on screen, and how many rows a new look at the page would add. */
export interface JobRefresh extends Omit<JobPage, 'rows'> {
  /** The jobs of `shown` that still exist, in no particular order. */
  rows: JobSummary[];
  /** Jobs that belong on the page by now and are not among `shown`; never more than a page. */
  fresh: number;
}

/** Reads the jobs on screen again, so that the list can be renewed without a row moving. */
export async function refreshJobs(
  filter: JobFilter,
  cursor: JobCursor,
  shown: readonly string[],
  sort: JobSort = NEWEST_FIRST,
  reader: PayloadReader = WITHOUT_PAYLOADS,
): Promise<JobRefresh> {
  const [page, { rows }] = await Promise.all([
    listJobs(filter, cursor, sort, reader),
    pool().query<SummaryRow>(`SELECT ${SUMMARY_COLUMNS} FROM job j WHERE j.id = ANY($1::uuid[])`, [shown]),
  ]);
  const onScreen = new Set(shown);
  return {
    ...page,
    rows: await toSummaries(rows, reader),
    fresh: page.rows.filter(({ id }) => !onScreen.has(id)).length,
  };
}

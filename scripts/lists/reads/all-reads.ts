import { jobListReads } from './job-lists';
import { oneJobReads } from './one-job';
import { otherReads } from './other-reads';
import type { Read } from './read';
import { findSubjects } from './subjects';

/** Everything that the console reads, about a crowd that is in the database. */
export async function allReads(): Promise<Read[]> {
  const subjects = await findSubjects();
  return [...jobListReads(subjects), ...oneJobReads(subjects), ...otherReads(subjects)];
}

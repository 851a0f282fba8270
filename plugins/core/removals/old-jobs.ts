import { execute, select } from '../sql';
import { firstIdAt, NIL_ID } from './first-id-at';
import { BATCH, type Pace } from './pace';

/** Log lines that one statement removes: a job may have 100,000. */
const LINES = 10_000;

// What ended before the cut-off was made before it, so the primary key finds it and no index on completed_at is
// needed, which every job that ends would have to write to. Ascending: newer jobs of a schedule are still there to be counted.
const PAGE = `
  SELECT j.id, (j.completed_at < $3::text::timestamptz AND (j.schedule_id IS NULL OR (
    SELECT count(*) FROM (SELECT 1 FROM job n WHERE n.schedule_id = j.schedule_id AND n.id > j.id
      AND n.completed_at IS NOT NULL LIMIT $4::int) newer) >= $4::int)) IS TRUE AS old
  FROM job j WHERE j.id > $1::text::uuid AND j.id < $2::text::uuid ORDER BY j.id LIMIT ${BATCH}`;

const REMOVE_LINES = `
  DELETE FROM job_log_entry WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM job_log_entry WHERE job_id = ANY($1::text[]::uuid[]) LIMIT ${LINES}))`;

// Asked again as it goes: a job that is retried meanwhile has no completed_at any more and stays.
const REMOVE_JOBS = `
  DELETE FROM job WHERE id = ANY($1::text[]::uuid[]) AND completed_at < $2::text::timestamptz`;

/**
 * Removes the jobs that ended before `endedBefore`, with their attempts and logs, but for the newest `perSchedule`
 * finished ones of each schedule. Live jobs are never touched. @returns how many.
 */
export async function removeOldJobs(
  { endedBefore, perSchedule }: { endedBefore: Date; perSchedule: number },
  pace: Pace,
): Promise<number> {
  const cutOff = endedBefore.toISOString();
  const bound = firstIdAt(endedBefore);
  let all = 0;
  for (let after: string | undefined = NIL_ID; after; ) {
    const page: { id: string; old: boolean }[] = await select(PAGE, after, bound, cutOff, perSchedule);
    const ids = page.filter(({ old }) => old).map(({ id }) => id);
    const removed = ids.length > 0 ? await removeJobs(ids, cutOff, pace) : 0;
    all += removed;
    await pace(removed);
    after = page.length === BATCH ? page.at(-1)?.id : undefined;
  }
  return all;
}

async function removeJobs(ids: string[], cutOff: string, pace: Pace): Promise<number> {
  // Long logs go first, piece by piece; the rest goes with the jobs.
  while ((await execute(REMOVE_LINES, ids)) === LINES) await pace(0);
  return execute(REMOVE_JOBS, ids, cutOff);
}

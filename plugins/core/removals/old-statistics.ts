import { type Pace, removeInBatches } from './pace';

/** Days for which minutes are kept; they are added up to hours long before. */
const MINUTES_DAYS = 7;

const removeFrom = (table: string, time: string, days: number, pace: Pace): Promise<number> =>
  removeInBatches(
    `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM ${table} WHERE ${time} < now() - interval '${days} days' LIMIT $1::int))`,
    pace,
  );

/** Removes minutes after a week, all else after so many days. @returns how many rows. */
export async function removeOldStatistics(days: number, pace: Pace): Promise<number> {
  return (
    (await removeFrom('job_statistic', 'at', MINUTES_DAYS, pace)) +
    (await removeFrom('job_statistic_hour', 'at', days, pace)) +
    (await removeFrom('queue_depth', 'at', days, pace)) +
    (await removeFrom('failure_group', 'last_seen_at', days, pace))
  );
}

import { type Pace, removeInBatches } from './pace';

/** Removes the workers that ended more than 30 days ago: until then pages can say which host ran a job. @returns how many. */
export const removeOldWorkers = (pace: Pace): Promise<number> =>
  removeInBatches(
    `DELETE FROM worker_process WHERE id IN
       (SELECT id FROM worker_process WHERE ended_at < now() - interval '30 days' LIMIT $1::int)`,
    pace,
  );

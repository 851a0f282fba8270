import { type Pace, removeInBatches } from './pace';

/** Removes the sessions whose time is over. @returns how many. */
export const removeExpiredSessions = (pace: Pace): Promise<number> =>
  removeInBatches(
    'DELETE FROM session WHERE id IN (SELECT id FROM session WHERE expires_at < now() LIMIT $1::int)',
    pace,
  );

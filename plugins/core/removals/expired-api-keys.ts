import { type Pace, removeInBatches } from './pace';

/** Removes the API keys that expired more than 90 days ago: until then their owner sees what stopped working. @returns how many. */
export const removeExpiredApiKeys = (pace: Pace): Promise<number> =>
  removeInBatches(
    `DELETE FROM api_key WHERE id IN
       (SELECT id FROM api_key WHERE expires_at < now() - interval '90 days' LIMIT $1::int)`,
    pace,
  );

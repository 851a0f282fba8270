import { firstIdAt } from './first-id-at';
import { type Pace, removeInBatches } from './pace';

const REMOVE = `
  DELETE FROM audit_event WHERE id IN
    (SELECT id FROM audit_event WHERE id < $2::text::uuid ORDER BY id LIMIT $1::int)`;

// Anybody can make these, signed in or not.
const REMOVE_REFUSED = `
  DELETE FROM audit_event WHERE id IN (SELECT id FROM audit_event
    WHERE action = 'session.refuse' AND id < $2::text::uuid ORDER BY id LIMIT $1::int)`;

/** Removes what was done before a moment. @returns how many rows. */
export const removeOldAuditEvents = (before: Date, pace: Pace): Promise<number> =>
  removeInBatches(REMOVE, pace, firstIdAt(before));

/** Removes the failed sign-ins of before a moment. @returns how many rows. */
export const removeFailedSignIns = (before: Date, pace: Pace): Promise<number> =>
  removeInBatches(REMOVE_REFUSED, pace, firstIdAt(before));

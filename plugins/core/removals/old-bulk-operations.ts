import { execute } from '../sql';
import { BATCH, type Pace } from './pace';

// An operation may have a hundred thousand outcomes: they go first, piece by piece.
const REMOVE_OUTCOMES = `
  DELETE FROM bulk_outcome WHERE ctid = ANY(ARRAY(
    SELECT o.ctid FROM bulk_operation b JOIN bulk_outcome o ON o.operation_id = b.id
     WHERE b.asked_at < $1::text::timestamptz LIMIT ${BATCH}))`;

const REMOVE_OPERATIONS = 'DELETE FROM bulk_operation WHERE asked_at < $1::text::timestamptz';

/** Removes the bulk operations asked for before a moment, with what they did to each job. @returns how many operations. */
export async function removeOldBulkOperations(askedBefore: Date, pace: Pace): Promise<number> {
  const cutOff = askedBefore.toISOString();
  while ((await execute(REMOVE_OUTCOMES, cutOff)) === BATCH) await pace(0);
  const removed = await execute(REMOVE_OPERATIONS, cutOff);
  await pace(removed);
  return removed;
}

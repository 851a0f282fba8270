import { ALL_STATUSES, type JobAction, permits } from '@/lib/jobs/status';
import type { BulkVerb, SkipReason } from './verbs';

const LIVE = `('pending', 'scheduled', 'running')`;
const text = (reason: SkipReason) => `'${reason}'`;
const without = (action: JobAction) =>
  `(${ALL_STATUSES.filter((status) => !permits(status, action))
    .map((status) => `'${status}'`)
    .join(', ')})`;

/** Why a verb would leave a job of the rows `t` alone, as SQL of type text; null where it would not. One judge for dry run and batch. */
export function whySkipped(verb: BulkVerb): string {
  switch (verb) {
    case 'cancel':
      return `CASE WHEN t.status IN ${without('cancel')} THEN ${text('ended')}
        WHEN t.status = 'running' AND t.cancel_asked_at IS NOT NULL THEN ${text('asked_already')} END`;
    case 'retry':
      // Of several that ended badly for one key the newest gets the place; a live one keeps it.
      return `CASE WHEN t.status = 'completed' THEN ${text('completed')}
        WHEN t.status IN ${without('retry')} THEN ${text('not_ended')}
        WHEN t.once_key IS NOT NULL AND (row_number() OVER (PARTITION BY t.once_key, t.status IN ${without('retry')} ORDER BY t.id DESC) > 1
          OR EXISTS (SELECT 1 FROM job o WHERE o.once_key = t.once_key AND o.status IN ${LIVE})) THEN ${text('place_taken')} END`;
    case 'delete':
      return 'NULL::text';
  }
}

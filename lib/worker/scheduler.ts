import { publish } from '@/lib/events/publish';
import { emitEnded } from '@/lib/jobs/events/emit';
import { armDue, armMissing } from '@/lib/jobs/schedule/arm';
import { msUntilNextDue, promoteDue } from '@/lib/jobs/schedule/promote-due';
import { poolSql } from '@/lib/jobs/store/sql';
import { wakePayload } from '@/lib/jobs/store/wake';

const MEND_EVERY_MS = 10_000;
// Overdue for longer than this, it may not start yet (it waits behind another occurrence): no haste.
const STUCK_MS = -1_000;

let mendedAt = 0;

/**
 * One pass of the scheduler: whatever has fallen due is made pending and the next occurrences are armed. Any number
 * of workers may do this at once.
 * @returns milliseconds until there is something to do again, or undefined when nothing waits for a time.
 */
export async function schedulerPass(): Promise<number | undefined> {
  const mends = Date.now() - mendedAt > MEND_EVERY_MS;
  // At rest one look along two indexes is all there is to do.
  const untilDue = await msUntilNextDue();
  if (!mends && (untilDue === null || untilDue > 0)) return pauseOf(untilDue);
  const armed = await armDue();
  const promoted = await promoteDue();
  const queues = [...armed.queues, ...promoted.queues];
  if (queues.length > 0) {
    await poolSql("SELECT pg_notify('yardmaster_work', $1)", [wakePayload(queues)]);
    publish('jobs', 'queues', 'schedules', ...armed.ended.map(({ id }) => `job:${id}` as const));
  }
  void emitEnded(armed.ended);
  if (mends) {
    mendedAt = Date.now();
    await armMissing();
  }
  if (armed.more || promoted.more) return 0;
  return pauseOf(await msUntilNextDue());
}

const pauseOf = (untilDue: number | null): number | undefined =>
  untilDue === null || untilDue < STUCK_MS ? undefined : Math.max(untilDue, 5);

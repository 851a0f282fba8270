import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import type { JobStatus } from '../status';
import { txSql } from '../store/sql';
import { wakePayload } from '../store/wake';
import { requireFreePlace } from './require-free-place';

/**
 * Takes the cancelling of a job back that had never started: it waits again, for its own time or for a worker. An occurrence
 * of a schedule comes beside the one that was armed in its place.
 * @returns the status it has now.
 */
export const uncancelJob = command({
  permission: 'jobs.cancel',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ status: JobStatus }> {
    const job = await tx.job.findUnique({
      where: { id },
      select: { queue: true, onceKey: true, schedule: { select: { endedAt: true } } },
    });
    if (!job) throw new YardmasterError('not_found', 'This job does not exist any more.');
    if (job.schedule?.endedAt)
      throw new YardmasterError('conflict', 'Its schedule has ended; nothing of it is to run any more.');
    await requireFreePlace(tx, job.onceKey);
    const sql = txSql(tx);
    const [after] = await sql<{ status: JobStatus }>(
      `UPDATE job SET status = CASE WHEN run_at > now() THEN 'scheduled' ELSE 'pending' END::job_status, reason = NULL,
         completed_at = NULL, dispatch_no = dispatch_no + 1, cancel_asked_at = NULL, cancel_asked_by = NULL, cancel_reason = NULL
       WHERE id = $1::text::uuid AND status = 'cancelled' AND reason = 'cancelled_by_user' AND attempt_no = 0
       RETURNING status`,
      [id],
    );
    if (!after)
      throw new YardmasterError(
        'conflict',
        'Only a job that somebody cancelled before it started can wait again.',
      );
    await sql("SELECT pg_notify('yardmaster_work', $1)::text", [wakePayload([job.queue])]);
    await recordAudit(tx, actor, {
      action: 'job.uncancel',
      targetType: 'job',
      targetId: id,
      before: { status: 'cancelled' },
      after: { status: after.status },
    });
    changed('jobs', 'queues', `job:${id}`);
    return after;
  },
});

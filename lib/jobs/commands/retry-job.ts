import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { permits } from '../status';
import { recordAttempts } from '../store/requeue-jobs';
import { txSql } from '../store/sql';
import { wakePayload } from '../store/wake';
import { requireFreePlace } from './require-free-place';

/** Gives a job that ended badly one more attempt, at once: the same row, its earlier attempts kept. */
export const retryJob = command({
  permission: 'jobs.retry',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const sql = txSql(tx);
    const job = await tx.job.findUnique({
      where: { id },
      select: { status: true, queue: true, onceKey: true },
    });
    if (!job) throw new YardmasterError('not_found', 'This job does not exist any more.');
    if (!permits(job.status, 'retry'))
      throw new YardmasterError(
        'conflict',
        `Only a job that ended badly can be retried: it is ${job.status}.`,
      );
    await requireFreePlace(tx, job.onceKey);
    const outcome = job.status as 'failed' | 'errored' | 'cancelled';
    await sql(
      `WITH old AS (SELECT * FROM job WHERE id = $1::text::uuid AND attempt_no > 0 AND started_at IS NOT NULL)
       ${recordAttempts(`'${outcome}'`, 'old.error', 'old.error_stack')}`,
      [id],
    );
    const moved = await sql<{ id: string }>(
      `UPDATE job SET status = 'pending', reason = NULL, run_at = now(), completed_at = NULL, dispatch_no = dispatch_no + 1,
         worker_id = NULL, error = NULL, error_stack = NULL, fingerprint = NULL, lost_attempts = 0, cancel_asked_at = NULL, cancel_asked_by = NULL,
         cancel_reason = NULL, progress_done = NULL, progress_total = NULL, progress_text = NULL
       WHERE id = $1::text::uuid AND status = $2::text::job_status RETURNING id`,
      [id, job.status],
    );
    if (moved.length === 0)
      throw new YardmasterError('conflict', 'This job has changed meanwhile; look again.');
    await sql("SELECT pg_notify('yardmaster_work', $1)::text", [wakePayload([job.queue])]);
    await recordAudit(tx, actor, {
      action: 'job.retry',
      targetType: 'job',
      targetId: id,
      before: { status: job.status },
    });
    changed('jobs', 'queues', `job:${id}`);
    return { id };
  },
});

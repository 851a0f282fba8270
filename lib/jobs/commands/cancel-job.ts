import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { emitEnded } from '../events/emit';
import { armMissingIn } from '../schedule/arm';
import { JOB_STATUSES, type JobStatus } from '../status';
import { txSql } from '../store/sql';
import { CONTROL_CHANNEL } from '../store/wake';

const input = z.object({ id: z.uuid(), reason: z.string().trim().max(500).optional() });

/**
 * Ends a job: at once where it waits; where it runs, its worker is told at once and it ends when its attempt does.
 * @returns the status it has now.
 */
export const cancelJob = command({
  permission: 'jobs.cancel',
  input,
  async run({ actor, input: { id, reason }, tx, changed, afterCommit }): Promise<{ status: JobStatus }> {
    const sql = txSql(tx);
    const [before] = await sql<{ status: JobStatus; scheduleId: string | null }>(
      'SELECT status, schedule_id AS "scheduleId" FROM job WHERE id = $1::text::uuid FOR UPDATE',
      [id],
    );
    if (!before) throw new YardmasterError('not_found', 'This job does not exist any more.');
    if (JOB_STATUSES[before.status].terminal) {
      throw new YardmasterError('conflict', `This job has already ended: it is ${before.status}.`);
    }
    const [after] = await sql<{ status: JobStatus }>(
      `UPDATE job SET cancel_asked_at = coalesce(cancel_asked_at, now()), cancel_asked_by = coalesce(cancel_asked_by, $2),
         cancel_reason = coalesce(cancel_reason, $3), armed = armed AND status = 'running',
         status = CASE WHEN status = 'running' THEN status ELSE 'cancelled' END,
         reason = CASE WHEN status = 'running' THEN reason ELSE 'cancelled_by_user' END,
         completed_at = CASE WHEN status = 'running' THEN NULL ELSE now() END
       WHERE id = $1::text::uuid RETURNING status`,
      [id, actor.name, reason ?? null],
    );
    await sql('SELECT pg_notify($1, $2)::text', [CONTROL_CHANNEL, `cancel:${id}`]);
    // A cancelled occurrence must not be the last one.
    if (before.scheduleId) await armMissingIn(sql, before.scheduleId);
    await recordAudit(tx, actor, {
      action: 'job.cancel',
      targetType: 'job',
      targetId: id,
      before: { status: before.status },
      after: { status: after?.status ?? before.status, ...(reason ? { reason } : {}) },
    });
    changed('jobs', 'queues', `job:${id}`);
    const status = after?.status ?? before.status;
    afterCommit(() => void emitEnded([{ id, status }]));
    return { status };
  },
});

import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { armMissingIn } from '../schedule/arm';
import type { JobStatus } from '../status';
import { txSql } from '../store/sql';
import { CONTROL_CHANNEL } from '../store/wake';

interface Deleted {
  status: JobStatus;
  name: string;
  runner: string;
  armed: boolean;
  scheduleId: string | null;
  occurrenceAt: Date | null;
}

/** Removes a job with its log and attempts. One that runs is told to stop, and is never written back. */
export const deleteJob = command({
  permission: 'jobs.delete',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const sql = txSql(tx);
    const [job] = await sql<Deleted>(
      `SELECT status, name, runner, armed, schedule_id AS "scheduleId", occurrence_at AS "occurrenceAt"
       FROM job WHERE id = $1::text::uuid FOR UPDATE`,
      [id],
    );
    if (!job) throw new YardmasterError('not_found', 'This job does not exist any more.');
    await sql('UPDATE job SET armed = false WHERE id = $1::text::uuid AND armed', [id]);
    // The next occurrence is armed while this one is still there to say which time has been dealt with.
    if (job.scheduleId && job.armed) await armMissingIn(sql, job.scheduleId);
    await sql('DELETE FROM job WHERE id = $1::text::uuid', [id]);
    await sql('SELECT pg_notify($1, $2)::text', [CONTROL_CHANNEL, `cancel:${id}`]);
    await recordAudit(tx, actor, {
      action: 'job.delete',
      targetType: 'job',
      targetId: id,
      before: { status: job.status, name: job.name, runner: job.runner },
    });
    changed('jobs', 'queues', `job:${id}`);
    return { id };
  },
});

import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { occurrence, SCHEDULE_COLUMNS, type ScheduleRow } from '@/lib/jobs/schedule/schedule-row';
import { insertJobs } from '@/lib/jobs/store/insert-jobs';
import { txSql } from '@/lib/jobs/store/sql';

/** Makes one extra occurrence, due at once; the schedule's own times stay as they are. */
export const runScheduleNow = command({
  permission: 'jobs.enqueue',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const sql = txSql(tx);
    const [schedule] = await sql<ScheduleRow>(
      `SELECT ${SCHEDULE_COLUMNS} FROM schedule s WHERE s.id = $1::text::uuid AND s.ended_at IS NULL`,
      [id],
    );
    if (!schedule)
      throw new YardmasterError('not_found', 'This schedule does not exist any more, or has ended.');
    const [job] = await insertJobs(sql, [
      { ...occurrence(schedule, null), userId: actor.userId ?? schedule.userId },
    ]);
    if (!job) throw new Error('The job was not stored');
    await recordAudit(tx, actor, {
      action: 'schedule.run_now',
      targetType: 'schedule',
      targetId: id,
      after: { job: job.id },
    });
    changed('schedules', 'jobs', 'queues');
    return { id: job.id };
  },
});

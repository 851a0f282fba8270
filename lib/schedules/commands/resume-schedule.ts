import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { armMissingIn } from '@/lib/jobs/schedule/arm';
import { txSql } from '@/lib/jobs/store/sql';

/** Lets a paused schedule go on, from its next time on the grid. */
export const resumeSchedule = command({
  permission: 'schedules.write',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const { count } = await tx.schedule.updateMany({
      where: { id, pausedAt: { not: null }, endedAt: null },
      data: { pausedAt: null, pausedBy: null, pauseReason: null },
    });
    if (count === 0) throw new YardmasterError('conflict', 'This schedule is not paused, or has ended.');
    await armMissingIn(txSql(tx), id);
    await recordAudit(tx, actor, {
      action: 'schedule.resume',
      targetType: 'schedule',
      targetId: id,
      before: { paused: true },
      after: { paused: false },
    });
    changed('schedules', 'jobs');
    return { id };
  },
});

import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { removeWaiting } from '@/lib/jobs/schedule/end-schedules';
import { txSql } from '@/lib/jobs/store/sql';

/** Stops a schedule from producing jobs until it is resumed. What already runs goes on. */
export const pauseSchedule = command({
  permission: 'schedules.write',
  input: z.object({ id: z.uuid(), reason: z.string().trim().max(500).optional() }),
  async run({ actor, input: { id, reason }, tx, changed }): Promise<{ id: string }> {
    const { count } = await tx.schedule.updateMany({
      where: { id, pausedAt: null, endedAt: null },
      data: { pausedAt: new Date(), pausedBy: actor.name, pauseReason: reason ?? null },
    });
    if (count === 0) throw new YardmasterError('conflict', 'This schedule is paused already, or has ended.');
    await removeWaiting(txSql(tx), id);
    await recordAudit(tx, actor, {
      action: 'schedule.pause',
      targetType: 'schedule',
      targetId: id,
      before: { paused: false },
      after: { paused: true, ...(reason ? { reason } : {}) },
    });
    changed('schedules', 'jobs');
    return { id };
  },
});

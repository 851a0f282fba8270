import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { endSchedule as end } from '@/lib/jobs/schedule/end-schedules';
import { txSql } from '@/lib/jobs/store/sql';
import { inCode } from '../in-code';

/**
 * Ends a schedule for good: its waiting occurrence goes, its history stays. A system job's schedule
 * can only be paused while its code is there; once no process knows it any more, it can be ended.
 */
export const endSchedule = command({
  permission: 'schedules.write',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const schedule = await tx.schedule.findUnique({ where: { id } });
    if (!schedule || schedule.endedAt)
      throw new YardmasterError('conflict', 'This schedule has ended already.');
    if (schedule.systemKey && (await inCode(schedule.runner))) {
      throw new YardmasterError(
        'conflict',
        'A system job is declared in code and would come back at the next start; pause it instead.',
      );
    }
    await end(txSql(tx), id, 'cancelled_by_user');
    // Should its code come back, it makes a schedule of its own.
    if (schedule.systemKey) await tx.schedule.update({ where: { id }, data: { systemKey: null } });
    await recordAudit(tx, actor, {
      action: 'schedule.end',
      targetType: 'schedule',
      targetId: id,
      before: { name: schedule.name },
    });
    changed('schedules', 'jobs');
    return { id };
  },
});

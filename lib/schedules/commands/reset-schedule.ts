import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { armMissingIn } from '@/lib/jobs/schedule/arm';
import { removeWaiting } from '@/lib/jobs/schedule/end-schedules';
import { txSql } from '@/lib/jobs/store/sql';

const declared = z.object({ intervalMinutes: z.number().int(), queue: z.string() });

/** Gives a system job's schedule back what the code declares; an operator's changes to it are gone. */
export const resetSchedule = command({
  permission: 'schedules.write',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const before = await tx.schedule.findUnique({ where: { id } });
    const code = declared.safeParse(before?.declared);
    if (!before || !code.success)
      throw new YardmasterError(
        'conflict',
        'This schedule is not declared in code, so there is nothing to reset it to.',
      );
    await tx.schedule.update({
      where: { id },
      data: { ...code.data, cron: null, overridden: [] },
    });
    const sql = txSql(tx);
    await removeWaiting(sql, id);
    await armMissingIn(sql, id);
    await recordAudit(tx, actor, {
      action: 'schedule.reset',
      targetType: 'schedule',
      targetId: id,
      before: { intervalMinutes: before.intervalMinutes, cron: before.cron, queue: before.queue },
      after: code.data,
    });
    changed('schedules', 'jobs');
    return { id };
  },
});

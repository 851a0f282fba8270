import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import type { Prisma } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { armMissingIn } from '@/lib/jobs/schedule/arm';
import { removeWaiting } from '@/lib/jobs/schedule/end-schedules';
import { txSql } from '@/lib/jobs/store/sql';
import { codeOf } from '../drift';

/** Gives a system job's schedule back what the code declares; an operator's changes to it are gone. */
export const resetSchedule = command({
  permission: 'schedules.write',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const before = await tx.schedule.findUnique({ where: { id } });
    if (!before || before.endedAt)
      throw new YardmasterError('not_found', 'This schedule does not exist any more, or has ended.');
    const code = await codeOf(before);
    if (!code)
      throw new YardmasterError(
        'conflict',
        'This schedule is not declared in code, so there is nothing to reset it to.',
      );
    await tx.schedule.update({
      where: { id },
      data: { ...code, overridden: [] } as Prisma.ScheduleUpdateInput,
    });
    const sql = txSql(tx);
    await removeWaiting(sql, id);
    await armMissingIn(sql, id);
    await recordAudit(tx, actor, {
      action: 'schedule.reset',
      targetType: 'schedule',
      targetId: id,
      before: told(before),
      after: told(code),
    });
    changed('schedules', 'jobs');
    return { id };
  },
});

/** What the audit keeps: everything that was given back but the arguments, which may be secret. */
function told(row: object): Prisma.InputJsonObject {
  const { intervalMinutes, cron, name, queue, overlap, catchUp, notifications } = row as Record<
    string,
    never
  >;
  return { intervalMinutes, cron, name, queue, overlap, catchUp, notifications };
}

import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { txSql } from '@/lib/jobs/store/sql';
import { CONTROL_CHANNEL } from '@/lib/jobs/store/wake';

/** Lets a paused queue go on. */
export const resumeQueue = command({
  permission: 'queues.write',
  input: z.object({ queue: z.string().min(1).max(200) }),
  async run({ actor, input: { queue }, tx, changed }): Promise<{ queue: string }> {
    const { count } = await tx.queueControl.updateMany({
      where: { queue, pausedAt: { not: null } },
      data: { pausedAt: null, pausedBy: null, pauseReason: null },
    });
    if (count === 0) throw new YardmasterError('conflict', `The queue ${queue} is not paused.`);
    await txSql(tx)('SELECT pg_notify($1, $2)::text', [CONTROL_CHANNEL, `queue:${queue}`]);
    await recordAudit(tx, actor, {
      action: 'queue.resume',
      targetType: 'queue',
      targetId: queue,
      before: { paused: true },
      after: { paused: false },
    });
    changed('queues');
    return { queue };
  },
});

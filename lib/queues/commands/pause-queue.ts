import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { txSql } from '@/lib/jobs/store/sql';
import { CONTROL_CHANNEL } from '@/lib/jobs/store/wake';

/** Nothing of this queue starts until it is resumed; what runs goes on. Kept in Postgres, so nothing forgets it. */
export const pauseQueue = command({
  permission: 'queues.write',
  input: z.object({ queue: z.string().min(1).max(200), reason: z.string().trim().max(500).optional() }),
  async run({ actor, input: { queue, reason }, tx, changed }): Promise<{ queue: string }> {
    const known = await tx.queueControl.findUnique({ where: { queue } });
    if (known?.pausedAt)
      throw new YardmasterError('conflict', `The queue ${queue} is paused already, by ${known.pausedBy}.`);
    const paused = { pausedAt: new Date(), pausedBy: actor.name, pauseReason: reason ?? null };
    await tx.queueControl.upsert({ where: { queue }, create: { queue, ...paused }, update: paused });
    // Postgres's clock, like every other time that is compared with one.
    await tx.$executeRawUnsafe('UPDATE queue_control SET paused_at = now() WHERE queue = $1', queue);
    await txSql(tx)('SELECT pg_notify($1, $2)::text', [CONTROL_CHANNEL, `queue:${queue}`]);
    await recordAudit(tx, actor, {
      action: 'queue.pause',
      targetType: 'queue',
      targetId: queue,
      before: { paused: false },
      after: { paused: true, ...(reason ? { reason } : {}) },
    });
    changed('queues');
    return { queue };
  },
});

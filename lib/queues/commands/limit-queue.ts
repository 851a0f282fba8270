import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { txSql } from '@/lib/jobs/store/sql';
import { CONTROL_CHANNEL } from '@/lib/jobs/store/wake';

/** Limits how many jobs of a queue run at once, over all workers; null takes the limit away. */
export const limitQueue = command({
  permission: 'queues.write',
  input: z.object({
    queue: z.string().min(1).max(200),
    concurrency: z.number().int().min(1).max(100_000).nullable(),
  }),
  async run({ actor, input: { queue, concurrency }, tx, changed }): Promise<{ queue: string }> {
    const before = await tx.queueControl.findUnique({ where: { queue } });
    await tx.queueControl.upsert({
      where: { queue },
      create: { queue, concurrency },
      update: { concurrency },
    });
    await txSql(tx)('SELECT pg_notify($1, $2)::text', [CONTROL_CHANNEL, `queue:${queue}`]);
    await recordAudit(tx, actor, {
      action: 'queue.limit',
      targetType: 'queue',
      targetId: queue,
      before: { concurrency: before?.concurrency ?? null },
      after: { concurrency },
    });
    changed('queues');
    return { queue };
  },
});

import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { enqueueRequest } from '../enqueue/enqueue-one';
import { parseRequest } from '../enqueue/options';
import { findRunner } from '../find-runner';
import { txSql } from '../store/sql';

const input = z.object({
  runner: z.string(),
  args: z.record(z.string(), z.unknown()).optional(),
  queue: z.string().optional(),
  name: z.string().trim().min(1).max(200).optional(),
  instance: z.object({ type: z.string(), id: z.string() }).optional(),
  scheduleAt: z.coerce.date().optional(),
  notifications: z.enum(['always', 'on_failure', 'never']).optional(),
});

/** Makes one job of a runner, now or for a time. */
export const enqueueJob = command({
  permission: 'jobs.enqueue',
  input,
  async run({ actor, input: { runner, queue, ...options }, tx, changed }): Promise<{ id: string }> {
    const request = await parseRequest((await findRunner(runner)).runner, {
      ...options,
      queueName: queue,
      user: actor.userId,
    });
    const job = await enqueueRequest(request, txSql(tx));
    await recordAudit(tx, actor, {
      action: 'job.enqueue',
      targetType: 'job',
      targetId: job.id,
      after: { runner },
    });
    changed('jobs', 'queues', `job:${job.id}`);
    return { id: job.id };
  },
});

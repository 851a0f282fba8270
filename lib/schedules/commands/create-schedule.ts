import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { enqueueRequest } from '@/lib/jobs/enqueue/enqueue-one';
import { parseRequest } from '@/lib/jobs/enqueue/options';
import { findRunner } from '@/lib/jobs/find-runner';
import { txSql } from '@/lib/jobs/store/sql';
import { rhythmFields } from './rhythm-input';

const input = z.object({
  runner: z.string(),
  ...rhythmFields,
  name: z.string().trim().min(1).max(200).optional(),
  queue: z.string().optional(),
  args: z.record(z.string(), z.unknown()).optional(),
  instance: z.object({ type: z.string(), id: z.string() }).optional(),
  /** The first time; default: now for an interval, the next time of a cron. */
  scheduleAt: z.coerce.date().optional(),
  notifications: z.enum(['always', 'on_failure', 'never']).optional(),
  /** Default: the runner's. */
  overlap: z.enum(['skip', 'queue', 'allow']).optional(),
  catchUp: z.enum(['one', 'none', 'all']).optional(),
});

/** Makes a schedule for a runner, with its first occurrence. */
export const createScheduleByHand = command({
  permission: 'schedules.write',
  input,
  async run({
    actor,
    input: { runner, queue, overlap, catchUp, ...options },
    tx,
    changed,
  }): Promise<{ id: string; jobId: string }> {
    const request = await parseRequest((await findRunner(runner)).runner, {
      ...options,
      queueName: queue,
      user: actor.userId,
    });
    if (!request.rhythm)
      throw new YardmasterError(
        'invalid_input',
        'A schedule needs an interval in minutes or a cron expression.',
      );
    const job = await enqueueRequest(
      { ...request, ...(overlap ? { overlap } : {}), ...(catchUp ? { catchUp } : {}) },
      txSql(tx),
    );
    const id = job.scheduleId as string;
    await recordAudit(tx, actor, {
      action: 'schedule.create',
      targetType: 'schedule',
      targetId: id,
      after: { runner, ...request.rhythm },
    });
    changed('schedules', 'jobs', 'queues');
    return { id, jobId: job.id };
  },
});

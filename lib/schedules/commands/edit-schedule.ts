import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import type { Prisma } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { parseRequest } from '@/lib/jobs/enqueue/options';
import { maskArgs } from '@/lib/jobs/payload-masking';
import { registry } from '@/lib/jobs/registry';
import { armMissingIn } from '@/lib/jobs/schedule/arm';
import { removeUpcoming, removeWaiting } from '@/lib/jobs/schedule/end-schedules';
import { txSql } from '@/lib/jobs/store/sql';
import { type Json, restoreSecrets } from '@/lib/masking/mask-secrets';
import { rhythmFields } from './rhythm-input';

const input = z.object({
  id: z.uuid(),
  ...rhythmFields,
  name: z.string().trim().min(1).max(200).optional(),
  queue: z.string().optional(),
  args: z.record(z.string(), z.unknown()).optional(),
  overlap: z.enum(['skip', 'queue', 'allow']).optional(),
  catchUp: z.enum(['one', 'none', 'all']).optional(),
  notifications: z.enum(['always', 'on_failure', 'never']).optional(),
  /** Where its grid begins anew: an interval counts from it, a cron never comes before it. */
  scheduleAt: z.coerce.date().optional(),
});

const TIMING = ['intervalMinutes', 'cron', 'timeZone', 'anchorAt'];

/** Changes what a schedule is; fields left out stay. What a system job's schedule declares in code is kept beside it. */
export const editSchedule = command({
  permission: 'schedules.write',
  input,
  async run({
    actor,
    input: { id, interval, cron, timeZone, queue, args: edited, scheduleAt, ...plain },
    tx,
    changed,
  }): Promise<{ id: string }> {
    const before = await tx.schedule.findUnique({ where: { id } });
    if (!before || before.endedAt)
      throw new YardmasterError('not_found', 'This schedule does not exist any more, or has ended.');
    const entry = (await registry()).find(before.runner);
    if (!entry)
      throw new YardmasterError('conflict', `No plugin here provides the runner ${before.runner} any more.`);
    // Whoever edits saw the stored secrets masked, and sends back what they saw.
    const args = edited && restoreSecrets(edited as Json, before.args as Json);
    // The same checks as for a new schedule, so that nothing comes in by the back door.
    await parseRequest(entry.runner, {
      args: (args ?? before.args) as Record<string, unknown>,
      queueName: queue ?? before.queue,
      interval,
      cron,
      ...(cron ? { timeZone: timeZone ?? before.timeZone } : {}),
    });
    const data: Prisma.ScheduleUpdateInput = { ...plain };
    if (scheduleAt !== undefined) data.anchorAt = scheduleAt;
    if (queue !== undefined) data.queue = queue;
    if (args !== undefined) data.args = args as Prisma.InputJsonValue;
    if (interval !== undefined) Object.assign(data, { intervalMinutes: interval, cron: null });
    if (cron !== undefined)
      Object.assign(data, { intervalMinutes: null, cron, timeZone: timeZone ?? before.timeZone });
    const fields = Object.keys(data).filter(
      (field) => data[field as keyof typeof data] !== before[field as keyof typeof before],
    );
    if (before.systemKey) data.overridden = [...new Set([...before.overridden, ...fields])];
    await tx.schedule.update({ where: { id }, data });
    const sql = txSql(tx);
    // What is due already runs as it was asked for, unless another rhythm takes the place of the one that asked.
    if (TIMING.some((field) => fields.includes(field))) await removeWaiting(sql, id);
    else await removeUpcoming(sql, id);
    await armMissingIn(sql, id);
    const pick = async (row: object) => {
      const values = fields.map((field) => [field, (row as Record<string, Json>)[field] ?? null] as const);
      return Object.fromEntries(
        await Promise.all(
          values.map(async ([field, value]) => [
            field,
            field === 'args' ? await maskArgs(before.runner, value) : value,
          ]),
        ),
      ) as Prisma.InputJsonObject;
    };
    await recordAudit(tx, actor, {
      action: 'schedule.edit',
      targetType: 'schedule',
      targetId: id,
      before: await pick(before),
      after: await pick(data),
    });
    changed('schedules', 'jobs');
    return { id };
  },
});

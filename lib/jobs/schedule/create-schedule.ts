import { newId } from '@/lib/ids';
import { newJob } from '../enqueue/new-job';
import type { Request } from '../enqueue/options';
import { insertJobs } from '../store/insert-jobs';
import type { Job } from '../store/job-row';
import type { Sql } from '../store/sql';
import { nextTime } from './rhythm';

/** Stores a schedule for a request that has a rhythm, with its first occurrence, which it returns. */
export async function createSchedule(
  sql: Sql,
  request: Request,
  onceKey: string | null = null,
): Promise<Job> {
  const first = await storeSchedule(sql, request, onceKey, null);
  if (!first) throw new Error('The schedule was not stored');
  return first;
}

/** The same for a system job. Null, and nothing stored, when the key has its schedule already. */
export const createSystemSchedule = (
  sql: Sql,
  request: Request,
  system: { key: string; declared: unknown },
): Promise<Job | null> => storeSchedule(sql, request, null, system);

async function storeSchedule(
  sql: Sql,
  request: Request,
  onceKey: string | null,
  system: { key: string; declared: unknown } | null,
): Promise<Job | null> {
  const job = newJob(request);
  const { meta } = request.entry;
  const rhythm = request.rhythm;
  if (!rhythm) throw new Error('A schedule needs a request with a rhythm');
  const interval = 'intervalMinutes' in rhythm ? rhythm.intervalMinutes : null;
  const cron = 'cron' in rhythm ? rhythm : null;
  const [schedule] = await sql<{ id: string; anchorAt: Date }>(
    `INSERT INTO schedule (id, runner, name, queue, args, object_type, object_id, user_id, notifications, timeout_ms,
       max_retries, backoff, interval_minutes, cron, time_zone, anchor_at, overlap, catch_up, once_key, system_key,
       declared, updated_at)
     VALUES ($1::text::uuid, $2, $3, $4, $5::text::jsonb, $6, $7, $8, $9::text::notification_policy, $10, $11,
       $12::text::jsonb, $13, $14, $15, coalesce($16::text::timestamptz, now()), $17::text::overlap_policy,
       $18::text::catch_up_policy, $19, $20, $21::text::jsonb, now())
     ON CONFLICT (system_key) WHERE system_key IS NOT NULL DO NOTHING
     RETURNING id, anchor_at AS "anchorAt"`,
    [
      newId(),
      job.runner,
      job.name,
      job.queue,
      job.argsText,
      job.objectType,
      job.objectId,
      job.userId,
      job.notifications,
      job.timeoutMs,
      job.maxRetries,
      job.backoffText,
      interval,
      cron?.cron ?? null,
      cron?.timeZone ?? 'UTC',
      request.scheduleAt?.toISOString() ?? null,
      request.overlap ?? meta.overlap,
      request.catchUp ?? meta.catchUp,
      onceKey,
      system?.key ?? null,
      system ? JSON.stringify(system.declared) : null,
    ],
  );
  if (!schedule) return null;
  // An interval begins at its anchor; a cron at its first time from the anchor on.
  const first = cron
    ? nextTime(
        { intervalMinutes: null, ...cron, anchorAt: schedule.anchorAt },
        new Date(schedule.anchorAt.getTime() - 1),
      )
    : schedule.anchorAt;
  const dueNow = !cron && !request.scheduleAt;
  const [occurrence] = await insertJobs(sql, [
    {
      ...job,
      // Null is Postgres's own now: nothing that is due at once depends on this machine's clock.
      runAt: dueNow ? null : first,
      scheduleId: schedule.id,
      occurrenceAt: first,
      interval,
      armed: true,
    },
  ]);
  return occurrence as Job;
}

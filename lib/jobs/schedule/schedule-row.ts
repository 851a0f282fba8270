import { newId } from '@/lib/ids';
import type { NewJob } from '../store/stored-job';
import type { RhythmRow } from './rhythm';

/** What the scheduler reads of a schedule. */
export interface ScheduleRow extends RhythmRow {
  id: string;
  runner: string;
  name: string;
  queue: string;
  argsText: string;
  objectType: string | null;
  objectId: string | null;
  userId: string | null;
  notifications: NewJob['notifications'];
  timeoutMs: number;
  maxRetries: number;
  backoffText: string | null;
  overlap: 'skip' | 'queue' | 'allow';
  catchUp: 'one' | 'none' | 'all';
}

/** Select list for `ScheduleRow` from `schedule s`. */
export const SCHEDULE_COLUMNS = `s.id, s.runner, s.name, s.queue, s.args::text AS "argsText", s.object_type AS "objectType",
  s.object_id AS "objectId", s.user_id AS "userId", s.notifications, s.timeout_ms AS "timeoutMs",
  s.max_retries AS "maxRetries", s.backoff::text AS "backoffText", s.interval_minutes AS "intervalMinutes", s.cron,
  s.time_zone AS "timeZone", s.anchor_at AS "anchorAt", s.overlap, s.catch_up AS "catchUp"`;

/** The occurrence of a schedule at a time of its grid (null: outside the grid, when an operator runs it now). */
export function occurrence(schedule: ScheduleRow, at: Date | null): NewJob {
  return {
    id: newId(),
    runner: schedule.runner,
    name: schedule.name,
    queue: schedule.queue,
    argsText: schedule.argsText,
    objectType: schedule.objectType,
    objectId: schedule.objectId,
    userId: schedule.userId,
    notifications: schedule.notifications,
    timeoutMs: schedule.timeoutMs,
    maxRetries: schedule.maxRetries,
    backoffText: schedule.backoffText,
    runAt: at,
    scheduleId: schedule.id,
    occurrenceAt: at,
    interval: schedule.intervalMinutes,
  };
}

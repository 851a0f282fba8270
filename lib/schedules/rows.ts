import type { JobReason, JobStatus } from '@/lib/db/generated/enums';
import { describeObjects, type JobObject } from '@/lib/jobs/queries/job-object';
import { newestSql } from '@/lib/jobs/queries/newest-sql';
import { rhythmInWords } from './rhythm';
import type { ScheduleState } from './schedule-states';

/** One job of a schedule that has ended, as its strip of outcomes shows it. */
export interface ScheduleOutcome {
  id: string;
  status: JobStatus;
  reason: JobReason | null;
  /** ISO 8601. */
  completedAt: string;
}

export interface ScheduleSummary {
  id: string;
  name: string;
  runner: string;
  queue: string;
  /** When it fires, in words. */
  rhythm: string;
  intervalMinutes: number | null;
  cron: string | null;
  timeZone: string;
  /** The record its jobs are about. */
  object: JobObject | null;
  /** Declared by a system job's code. */
  system: boolean;
  /** The fields an operator has changed from what the code declares. */
  overridden: string[];
  state: ScheduleState;
  pausedAt: string | null;
  pausedBy: string | null;
  pauseReason: string | null;
  endedAt: string | null;
  endReason: JobReason | null;
  /** The occurrence that waits for its time; null while none is armed. */
  nextRunAt: string | null;
  nextJobId: string | null;
  /** Its job that runs or is due now, if any. */
  liveJobId: string | null;
  liveStatus: JobStatus | null;
  /** The last ten that ended, newest first. */
  outcomes: ScheduleOutcome[];
}

export interface ScheduleRow
  extends Omit<
    ScheduleSummary,
    'rhythm' | 'state' | 'object' | 'pausedAt' | 'endedAt' | 'nextRunAt' | 'outcomes'
  > {
  objectType: string | null;
  objectId: string | null;
  pausedAt: Date | null;
  endedAt: Date | null;
  nextRunAt: Date | null;
  outcomes: ScheduleOutcome[] | null;
}

// Parts of a query on `schedule s`. Only the newest 50 jobs of each are read: a history may be a million long. The order of the
// outcomes is that of the read below it, which so ends with the tenth.
export const SUMMARY_COLUMNS = `
  s.id, s.name, s.runner, s.queue, s.interval_minutes AS "intervalMinutes", s.cron, s.time_zone AS "timeZone",
  s.object_type AS "objectType", s.object_id AS "objectId", s.system_key IS NOT NULL AS system, s.overridden,
  s.paused_at AS "pausedAt", s.paused_by AS "pausedBy", s.pause_reason AS "pauseReason",
  s.ended_at AS "endedAt", s.end_reason AS "endReason",
  armed.run_at AS "nextRunAt", armed.id AS "nextJobId", live.id AS "liveJobId", live.status AS "liveStatus",
  ended.outcomes`;

export const SUMMARY_JOINS = `
  LEFT JOIN job armed ON armed.schedule_id = s.id AND armed.armed
  LEFT JOIN LATERAL (
    SELECT id, status FROM (SELECT * ${newestSql('schedule_id', 's.id', 50)}) newest
     WHERE NOT armed AND status IN ('pending', 'scheduled', 'running') ORDER BY status DESC, id LIMIT 1
  ) live ON s.ended_at IS NULL
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', id, 'status', status, 'reason', reason, 'completedAt', completed_at)
                    ORDER BY id DESC) AS outcomes
      FROM (SELECT * FROM (SELECT * ${newestSql('schedule_id', 's.id', 50)}) newest
             WHERE completed_at IS NOT NULL ORDER BY schedule_id DESC, id DESC LIMIT 10) last_ones
  ) ended ON true`;

/** Brings rows into the shape that server and browser share. */
export async function toSummaries(rows: readonly ScheduleRow[]): Promise<ScheduleSummary[]> {
  const objects = await describeObjects(rows.flatMap((row) => refOf(row) ?? []));
  return rows.map((row) => {
    const ref = refOf(row);
    return toSummary(row, ref ? (objects.get(`${ref.type}:${ref.id}`) ?? null) : null);
  });
}

const refOf = ({ objectType: type, objectId: id }: ScheduleRow) => (type && id ? { type, id } : null);

function toSummary(row: ScheduleRow, object: JobObject | null): ScheduleSummary {
  const { id, name, runner, queue, intervalMinutes, cron, timeZone, system, overridden } = row;
  const { pausedBy, pauseReason, endReason, nextJobId, liveJobId, liveStatus } = row;
  return {
    ...{ id, name, runner, queue, intervalMinutes, cron, timeZone, system, overridden, object },
    ...{ pausedBy, pauseReason, endReason, nextJobId, liveJobId, liveStatus },
    rhythm: rhythmInWords(row),
    state: row.endedAt ? 'ended' : row.pausedAt ? 'paused' : 'active',
    pausedAt: row.pausedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    outcomes: (row.outcomes ?? []).map((outcome) => ({
      ...outcome,
      completedAt: new Date(outcome.completedAt).toISOString(),
    })),
  };
}

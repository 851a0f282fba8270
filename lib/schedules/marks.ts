import { pool } from '@/lib/db/client';
import type { JobReason, JobStatus } from '@/lib/db/generated/enums';
import { newestSql } from '@/lib/jobs/queries/newest-sql';

/** One ended occurrence in a schedule's strip. */
export interface OccurrenceMark {
  id: string;
  status: JobStatus;
  reason: JobReason | null;
  /** Its time in the schedule; where it was run by hand, when it was made. ISO 8601. */
  at: string;
  /** Milliseconds from its start to its end; null when it never started. */
  durationMs: number | null;
}

const MOST_MARKS = 60;
/** Those that still wait or run stand among the newest, and are left out. */
const MOST_READ = MOST_MARKS + 10;

/** The last 60 occurrences of a schedule that have ended, oldest first. */
export async function listMarks(scheduleId: string): Promise<OccurrenceMark[]> {
  const { rows } = await pool().query<Omit<OccurrenceMark, 'at'> & { at: Date }>(LIST_MARKS, [
    scheduleId,
    MOST_READ,
    MOST_MARKS,
  ]);
  return rows.reverse().map((row) => ({ ...row, at: row.at.toISOString() }));
}

const LIST_MARKS = `
  SELECT id, status, reason, coalesce(occurrence_at, created_at) AS at,
         (extract(epoch FROM completed_at - started_at) * 1000)::float8 AS "durationMs"
    FROM (SELECT * ${newestSql('schedule_id', '$1::uuid', '$2')}) newest
   WHERE completed_at IS NOT NULL ORDER BY id DESC LIMIT $3`;

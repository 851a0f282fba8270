import { pool } from '@/lib/db/client';
import type { JobReason, JobStatus } from '@/lib/db/generated/enums';
import { DEPTH_LIMIT } from '@/lib/queues/depth';
import type { FailingSchedule } from './attention';

export interface LiveCounts {
  pending: number;
  scheduled: number;
  running: number;
}

export interface FailedJob {
  id: string;
  name: string;
  runner: string;
  status: JobStatus;
  reason: JobReason | null;
  /** The first line of the error, at most 200 characters. */
  error: string | null;
  /** ISO 8601. */
  completedAt: string;
}

/** Live jobs by status and the failures of the last 24 hours; every number stops at 10,000. */
export async function countLive(): Promise<{
  counts: LiveCounts;
  failures: { failed: number; errored: number };
}> {
  const { rows } = await pool().query<LiveCounts & { failed: number; errored: number }>(
    `SELECT ${[...(['pending', 'scheduled', 'running'] as const)].map(capped).join(', ')},
            ${[...(['failed', 'errored'] as const)].map(newestOfDay).join(', ')}`,
    [DEPTH_LIMIT],
  );
  const { failed = 0, errored = 0, pending = 0, scheduled = 0, running = 0 } = rows[0] ?? {};
  return { counts: { pending, scheduled, running }, failures: { failed, errored } };
}

const capped = (status: keyof LiveCounts) =>
  `(SELECT count(*)::int FROM (SELECT 1 FROM job WHERE status = '${status}' LIMIT $1) c) AS ${status}`;

// The index of unwell jobs is by creation; the newest 10,000 hold the day's failures or are all of them.
const newestOfDay = (status: 'failed' | 'errored') => `
  (SELECT count(*)::int FROM (SELECT completed_at FROM job WHERE status = '${status}' ORDER BY id DESC LIMIT $1) newest
    WHERE completed_at > now() - interval '24 hours') AS ${status}`;

/** The eight newest jobs that failed or errored, newest end first. */
export async function listNewestFailures(): Promise<FailedJob[]> {
  const { rows } = await pool().query<Omit<FailedJob, 'completedAt'> & { completedAt: Date }>(`
    SELECT id, name, runner, status, reason, completed_at AS "completedAt",
           left(split_part(error, E'\\n', 1), 200) AS error
      FROM ((SELECT * FROM job WHERE status = 'failed' ORDER BY id DESC LIMIT 50)
            UNION ALL (SELECT * FROM job WHERE status = 'errored' ORDER BY id DESC LIMIT 50)) newest
     ORDER BY completed_at DESC LIMIT 8`);
  return rows.map((row) => ({ ...row, completedAt: row.completedAt.toISOString() }));
}

/** Schedules in force whose last three runs all failed or errored; at most 20. */
export async function findFailingSchedules(): Promise<FailingSchedule[]> {
  const { rows } = await pool().query<FailingSchedule>(`
    WITH suspects AS (
      SELECT DISTINCT schedule_id FROM (
        (SELECT schedule_id FROM job WHERE status = 'failed' ORDER BY id DESC LIMIT 1000)
        UNION ALL (SELECT schedule_id FROM job WHERE status = 'errored' ORDER BY id DESC LIMIT 1000)) unwell
    )
    SELECT s.id, s.name, streak.failures
      FROM schedule s
      JOIN suspects ON suspects.schedule_id = s.id
      CROSS JOIN LATERAL (
        SELECT (count(*) FILTER (WHERE wells = 0))::int AS failures
          FROM (SELECT sum((status = 'completed')::int) OVER (ORDER BY id DESC) AS wells
                  FROM (SELECT id, status FROM job WHERE schedule_id = s.id ORDER BY id DESC LIMIT 20) newest
                 WHERE status IN ('completed', 'failed', 'errored')) seen
      ) streak
     WHERE s.ended_at IS NULL AND streak.failures >= 3
     ORDER BY streak.failures DESC, s.name LIMIT 20`);
  return rows;
}

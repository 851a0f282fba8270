import { pool } from '@/lib/db/client';
import { newestSql } from '@/lib/jobs/queries/newest-sql';
import { DEPTH_LIMIT } from '@/lib/queues/depth';
import type { FailingSchedule } from './attention';

export interface LiveCounts {
  pending: number;
  scheduled: number;
  running: number;
}

/** Live jobs by status, added up from their queues; every number stops at 10,000. */
export function countLive(queues: readonly LiveCounts[]): LiveCounts {
  const inAll = (status: keyof LiveCounts): number =>
    Math.min(
      DEPTH_LIMIT,
      queues.reduce((sum, queue) => sum + queue[status], 0),
    );
  return { pending: inAll('pending'), scheduled: inAll('scheduled'), running: inAll('running') };
}

/** So many of the newest are looked at; retention leaves fewer of the system's own. */
const JOBS_LOOKED_AT = 20_000;

/** Whether any job was enqueued but those that the system schedules for itself. */
export async function hasJobs(): Promise<boolean> {
  const { rows } = await pool().query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM (SELECT schedule_id FROM job ORDER BY id DESC LIMIT ${JOBS_LOOKED_AT}) j
       LEFT JOIN schedule s ON s.id = j.schedule_id WHERE s.system_key IS NULL) AS found`,
  );
  return rows[0]?.found ?? false;
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
                  FROM (SELECT id, status ${newestSql('schedule_id', 's.id', 20)}) newest
                 WHERE status IN ('completed', 'failed', 'errored')) seen
      ) streak
     WHERE s.ended_at IS NULL AND streak.failures >= 3
     ORDER BY streak.failures DESC, s.name LIMIT 20`);
  return rows;
}

import { poolSql } from '@/lib/jobs/store/sql';

interface Check {
  readonly name: string;
  /** The rows that contradict it. */
  readonly sql: string;
}

const AGAIN = "('lost', 'interrupted', 'late', 'failed', 'errored', 'timed_out')";

/** What must hold between what was asked for, what ran, and what the rows say. System jobs keep no ledger. */
const CHECKS: readonly Check[] = [
  {
    name: 'no job was lost',
    sql: 'SELECT a.job_id, a.kind FROM chaos_asked a LEFT JOIN job j ON j.id = a.job_id WHERE j.id IS NULL',
  },
  {
    name: 'no job is stuck',
    sql: `SELECT id, status, queue, attempt_no, run_at FROM job WHERE completed_at IS NULL AND NOT armed
      AND run_at < now() - interval '5 seconds'`,
  },
  {
    name: 'no attempt ran twice',
    sql: `SELECT job_id, attempt_no, array_agg(pid) AS pids FROM chaos_run GROUP BY job_id, attempt_no HAVING count(*) > 1`,
  },
  {
    name: 'no job ran again unless the attempt before was lost, interrupted or failed',
    sql: `SELECT r.job_id, r.attempt_no, a.outcome FROM chaos_run r
      LEFT JOIN job_attempt a ON a.job_id = r.job_id AND a.no = r.attempt_no
      WHERE EXISTS (SELECT 1 FROM chaos_run l WHERE l.job_id = r.job_id AND l.attempt_no > r.attempt_no)
        AND (a.outcome IS NULL OR a.outcome NOT IN ${AGAIN})`,
  },
  {
    name: 'no run of an attempt that its job has not begun',
    sql: `SELECT r.job_id, r.attempt_no, j.attempt_no AS begun FROM chaos_run r JOIN job j ON j.id = r.job_id
      WHERE r.attempt_no > j.attempt_no`,
  },
  {
    name: 'what is completed ran to its end, in its last attempt',
    sql: `SELECT j.id, j.attempt_no FROM job j WHERE j.status = 'completed' AND j.runner LIKE 'chaos.%' AND NOT EXISTS (SELECT 1 FROM chaos_run r
      WHERE r.job_id = j.id AND r.attempt_no = j.attempt_no AND r.finished_at IS NOT NULL)`,
  },
  {
    name: 'nothing ran before its time',
    sql: `SELECT r.job_id, r.begun_at, a.not_before FROM chaos_run r JOIN chaos_asked a ON a.job_id = r.job_id
      WHERE r.begun_at < a.not_before`,
  },
  {
    name: 'every job ended as its runner makes it end',
    sql: `SELECT j.id, j.runner, j.status, j.reason, j.failed_attempts, j.lost_attempts, j.error FROM job j
      WHERE j.completed_at IS NOT NULL AND NOT CASE
        WHEN j.status = 'cancelled' THEN j.cancel_asked_at IS NOT NULL
          OR (j.schedule_id IS NOT NULL AND j.reason IN ('skipped_overlap', 'missed'))
        WHEN j.reason = 'worker_lost' THEN j.lost_attempts >= 3
        WHEN j.runner = 'chaos.Refuses' THEN j.status = 'failed'
        WHEN j.runner = 'chaos.Stumbles' THEN j.status = 'completed' OR (j.status = 'errored' AND j.failed_attempts = 4)
        ELSE j.status = 'completed' END`,
  },
  {
    // The next occurrence is the first on the grid after the one before it, or after the moment it was armed at.
    name: 'no schedule missed a time',
    sql: `SELECT schedule_id, before, occurrence_at, created_at FROM (SELECT schedule_id, occurrence_at, created_at,
        interval_minutes * interval '1 minute' AS period,
        lag(occurrence_at) OVER (PARTITION BY schedule_id ORDER BY occurrence_at) AS before
        FROM job WHERE schedule_id IS NOT NULL AND occurrence_at IS NOT NULL) o
      WHERE occurrence_at - period > greatest(before, created_at)`,
  },
];

export interface CheckResult {
  name: string;
  rows: readonly Record<string, unknown>[];
}

/** Looks at all of it. An empty `rows` means that a check holds. */
export async function checkLedger(): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, sql } of CHECKS) results.push({ name, rows: await poolSql(`${sql} LIMIT 20`, []) });
  return results;
}

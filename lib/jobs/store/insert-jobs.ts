import type { JobReason, JobStatus } from '../status';
import { type Job, jobColumns } from './job-row';
import { hot, type Sql } from './sql';
import { SCHEDULED_TOKEN, wakePayload } from './wake';

/** A job to be stored. Its status is Postgres's to decide: pending when `runAt` has come, else scheduled. */
export interface NewJob {
  id: string;
  runner: string;
  name: string;
  queue: string;
  /** JSON text. */
  argsText: string;
  objectType: string | null;
  objectId: string | null;
  userId: string | null;
  notifications: string;
  timeoutMs: number;
  maxRetries: number;
  backoffText: string | null;
  /** Null: now. */
  runAt: Date | null;
  scheduleId?: string | null;
  occurrenceAt?: Date | null;
  interval?: number | null;
  onceKey?: string | null;
  againOfId?: string | null;
  /** An occurrence whose successor has not been made yet. */
  armed?: boolean;
  /** Wait for the scheduler, also when the time has come: it decides about overlap. */
  held?: boolean;
  /** Claimed from birth, by a process that runs it at once. */
  workerId?: string;
  /** Born at its end: an occurrence that is only recorded. */
  ended?: { status: JobStatus; reason: JobReason };
}

/** The column list of the recordset that a batch of jobs travels in: one JSON parameter, whatever the driver. */
const INPUT = `n int, id uuid, runner text, name text, queue text, args text, object_type text, object_id text,
  user_id text, notifications notification_policy, timeout_ms int, max_retries int, backoff text, run_at timestamptz,
  schedule_id uuid, occurrence_at timestamptz, interval_minutes int, once_key text, again_of_id uuid, armed bool,
  held bool, worker_id uuid, ended job_status, reason job_reason`;

const INSERT = `
  WITH input AS (SELECT * FROM json_to_recordset($1::text::json) AS t(${INPUT}))
  INSERT INTO job AS j (id, runner, name, queue, status, reason, args, object_type, object_id, user_id, notifications,
    timeout_ms, max_retries, backoff, run_at, schedule_id, occurrence_at, interval_minutes, once_key, again_of_id,
    armed, worker_id, started_at, attempt_no, completed_at)
  SELECT id, runner, name, queue,
    CASE WHEN ended IS NOT NULL THEN ended WHEN worker_id IS NOT NULL THEN 'running'::job_status
      WHEN held OR run_at > now() THEN 'scheduled' ELSE 'pending' END,
    reason, args::jsonb, object_type, object_id, user_id, notifications, timeout_ms, max_retries, backoff::jsonb,
    coalesce(run_at, now()), schedule_id, occurrence_at, interval_minutes, once_key, again_of_id,
    armed, worker_id, CASE WHEN worker_id IS NOT NULL THEN now() END,
    CASE WHEN worker_id IS NOT NULL THEN 1 ELSE 0 END, CASE WHEN ended IS NOT NULL THEN now() END
  FROM input ORDER BY n`;

// The subquery does not depend on the row, hence is evaluated once a statement: one NOTIFY a batch, at commit.
const RETURNING = `RETURNING ${jobColumns('j')}, (SELECT pg_notify('yardmaster_work', $2))::text AS woken`;

const INSERT_JOBS = hot(`${INSERT} ${RETURNING}`);

/** Stores jobs in one statement, and wakes the dispatchers when its transaction commits. Returns them in the order given. */
export async function insertJobs(sql: Sql, jobs: readonly NewJob[]): Promise<Job[]> {
  if (jobs.length === 0) return [];
  // A job with a time may be due already, so both are told.
  const tokens = jobs.flatMap(({ armed, runAt, queue }) =>
    armed || runAt ? [SCHEDULED_TOKEN, queue] : [queue],
  );
  const rows = await sql<Job & { woken?: unknown }>(INSERT_JOBS, [
    JSON.stringify(jobs.map(inputRow)),
    wakePayload(tokens),
  ]);
  for (const row of rows) delete row.woken;
  return rows;
}

function inputRow(job: NewJob, n: number): Record<string, unknown> {
  return {
    n,
    id: job.id,
    runner: job.runner,
    name: job.name,
    queue: job.queue,
    args: job.argsText,
    object_type: job.objectType,
    object_id: job.objectId,
    user_id: job.userId,
    notifications: job.notifications,
    timeout_ms: job.timeoutMs,
    max_retries: job.maxRetries,
    backoff: job.backoffText,
    run_at: job.runAt,
    schedule_id: job.scheduleId,
    occurrence_at: job.occurrenceAt,
    interval_minutes: job.interval,
    once_key: job.onceKey,
    again_of_id: job.againOfId,
    armed: job.armed ?? false,
    held: job.held ?? false,
    worker_id: job.workerId,
    ended: job.ended?.status,
    reason: job.ended?.reason,
  };
}

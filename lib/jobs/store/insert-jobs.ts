import type { JobStatus } from '../status';
import type { Job } from './job-row';
import { hot, type Sql } from './sql';
import { type NewJob, storedJob } from './stored-job';
import { SCHEDULED_TOKEN, wakePayload } from './wake';

/** What jobs of one batch may differ in and still be alike: these travel as lists, all else once for all of them. */
type Own = 'id' | 'argsText' | 'objectId';

/** The other fields of `NewJob`, all of them (a type error here means that there is a new one). */
const shared: Record<Exclude<keyof NewJob, Own>, true> = {
  runner: true,
  name: true,
  queue: true,
  objectType: true,
  userId: true,
  notifications: true,
  timeoutMs: true,
  maxRetries: true,
  backoffText: true,
  runAt: true,
  scheduleId: true,
  occurrenceAt: true,
  interval: true,
  onceKey: true,
  againOfId: true,
  armed: true,
  held: true,
  workerId: true,
  ended: true,
};
const SHARED = Object.keys(shared) as (keyof typeof shared)[];

/** The column list of the recordset that a batch travels in, a row for jobs that are alike: one JSON parameter, whatever the driver. */
const INPUT = `n int, ids json, args json, object_ids json, runner text, name text, queue text, object_type text,
  user_id text, notifications notification_policy, timeout_ms int, max_retries int, backoff text, run_at timestamptz,
  schedule_id uuid, occurrence_at timestamptz, interval_minutes int, once_key text, again_of_id uuid, armed bool,
  held bool, worker_id uuid, ended job_status, reason job_reason`;

// What Postgres alone knows comes back once for jobs that are alike; a row of 39 columns for each of them cost more than storing
// it. The subquery that wakes does not depend on the row, hence is evaluated once: one NOTIFY a batch, at commit.
const INSERT_JOBS = hot(`
  WITH input AS (
    SELECT *, CASE WHEN ended IS NOT NULL THEN ended WHEN worker_id IS NOT NULL THEN 'running'::job_status
      WHEN held OR run_at > now() THEN 'scheduled' ELSE 'pending' END AS status
    FROM json_to_recordset($1::text::json) AS t(${INPUT})),
  stored AS (
    INSERT INTO job (id, runner, name, queue, status, reason, args, object_type, object_id, user_id, notifications,
      timeout_ms, max_retries, backoff, run_at, schedule_id, occurrence_at, interval_minutes, once_key, again_of_id,
      armed, worker_id, started_at, attempt_no, completed_at)
    SELECT own.id::uuid, runner, name, queue, status, reason, own.args::jsonb, object_type, own.object_id, user_id,
      notifications, timeout_ms, max_retries, backoff::jsonb, coalesce(run_at, now()), schedule_id, occurrence_at,
      interval_minutes, once_key, again_of_id, armed, worker_id, CASE WHEN worker_id IS NOT NULL THEN now() END,
      CASE WHEN worker_id IS NOT NULL THEN 1 ELSE 0 END, CASE WHEN ended IS NOT NULL THEN now() END
    FROM input, ROWS FROM (json_array_elements_text(ids), json_array_elements_text(input.args),
      json_array_elements_text(object_ids)) AS own(id, args, object_id))
  SELECT status::text AS status, now()::timestamptz(3) AS now, (SELECT pg_notify('yardmaster_work', $2))::text AS woken
  FROM input ORDER BY n`);

/** Stores jobs in one statement, and wakes the dispatchers when its transaction commits. Returns them in the order given. */
export async function insertJobs(sql: Sql, jobs: readonly NewJob[]): Promise<Job[]> {
  if (jobs.length === 0) return [];
  const groups = alike(jobs);
  // A job with a time may be due already, so both are told.
  const tokens = groups.flatMap(([{ armed, runAt, queue }]) =>
    armed || runAt ? [SCHEDULED_TOKEN, queue] : [queue],
  );
  const rows = await sql<{ status: JobStatus; now: Date }>(INSERT_JOBS, [
    JSON.stringify(groups.map(inputRow)),
    wakePayload(tokens),
  ]);
  return rows.flatMap(({ status, now }, n) => groups[n]?.map((job) => storedJob(job, status, now)) ?? []);
}

type Group = [NewJob, ...NewJob[]];

/** Neighbours that differ in no more than `Own`. */
function alike(jobs: readonly NewJob[]): Group[] {
  const groups: Group[] = [];
  for (const job of jobs) {
    const last = groups.at(-1);
    if (last && SHARED.every((field) => last[0][field] === job[field])) last.push(job);
    else groups.push([job]);
  }
  return groups;
}

function inputRow(group: Group, n: number): Record<string, unknown> {
  const [job] = group;
  return {
    n,
    ids: group.map(({ id }) => id),
    args: group.map(({ argsText }) => argsText),
    object_ids: job.objectType === null ? null : group.map(({ objectId }) => objectId),
    runner: job.runner,
    name: job.name,
    queue: job.queue,
    object_type: job.objectType,
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

import {
  ARMED,
  LIVE_WORKERS,
  runnerKey,
  runnerName,
  SCHEDULES,
  scheduleId,
  USERS,
  WORKERS,
  workerId,
} from './crowd-rows';

/** What has to be there before the jobs: what they hang on. `$1` is now. */
export const BEFORE_JOBS = [
  `INSERT INTO "user" (id, name, email, role)
   SELECT 'user-' || n, 'User ' || n, 'user-' || n || '@example.org', 'operator' FROM generate_series(0, ${USERS - 1}) n
    WHERE $1::timestamptz IS NOT NULL`,
  `INSERT INTO worker_process (id, host, pid, version, backend, queues, runners, slots, started_at, heartbeat_at, ended_at)
   SELECT ${workerId('n')}, 'worker-' || n % 8, 1000 + n, '1.0.0', 'postgres', '{high,default,low}', '{}', 10,
          $1::timestamptz - interval '54 hours' * (n + 1), CASE WHEN n < ${LIVE_WORKERS} THEN $1 + interval '1 hour' ELSE $1 - interval '54 hours' * n END,
          CASE WHEN n >= ${LIVE_WORKERS} THEN $1 - interval '54 hours' * n END
     FROM generate_series(0, ${WORKERS - 1}) n`,
  `INSERT INTO schedule (id, runner, name, queue, timeout_ms, interval_minutes, anchor_at, ended_at)
   SELECT ${scheduleId('n')}, ${runnerKey('n % 12')}, ${runnerName('n % 12')} || ' every ' || 5 + n || ' minutes', 'default', 300000, 5 + n,
          $1::timestamptz - interval '90 days', CASE WHEN n >= ${ARMED} THEN $1 - interval '1 day' END
     FROM generate_series(0, ${SCHEDULES - 1}) n`,
  `INSERT INTO data_source (id, name, type, url)
   SELECT ('01900000-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid, 'Source ' || n, 'local', '/srv/source-' || n
     FROM generate_series(1, 60) n WHERE $1::timestamptz IS NOT NULL`,
  `INSERT INTO data_file (id, source_id, path, size, sha256, content, updated_at)
   SELECT gen_random_uuid(), s.id, 'folder/file-' || n || '.yaml', 3, md5(n::text), 'abc', $1::timestamptz
     FROM data_source s, generate_series(1, 300) n`,
];

// Durations are spread as widely as those of most runners: over some twenty buckets, where there are as many jobs.
const BUCKETS = 20;
const ENDS = `count(*) AS n, count(*) FILTER (WHERE status = 'completed') AS completed,
  count(*) FILTER (WHERE status = 'failed') AS failed, count(*) FILTER (WHERE status = 'errored') AS errored,
  count(*) FILTER (WHERE status = 'cancelled') AS cancelled`;
const HISTOGRAM = `ARRAY(SELECT 50 + bucket FROM generate_series(1, least(n, ${BUCKETS})) bucket),
  array_fill((n / least(n, ${BUCKETS}))::int, ARRAY[least(n, ${BUCKETS})::int])`;
const STATISTIC = `completed, failed, errored, cancelled, ${HISTOGRAM}, ${HISTOGRAM}`;

/** What the engine would have written beside the jobs. `$1` is now. */
export const AFTER_JOBS = [
  `INSERT INTO job_attempt (job_id, no, worker_id, due_at, started_at, ended_at, outcome, error)
   SELECT id, 0, worker_id, run_at, started_at, started_at + interval '1 ms', 'failed', 'The gateway answered 502' FROM job
    WHERE status IN ('failed', 'errored') AND $1::timestamptz IS NOT NULL`,
  `INSERT INTO notification (id, user_id, job_id, status, title, created_at, read_at)
   SELECT id, user_id, id, status, name, completed_at, CASE WHEN completed_at < $1::timestamptz - interval '1 day' THEN completed_at END
     FROM job WHERE user_id IS NOT NULL AND status IN ('completed', 'failed', 'errored')`,
  `INSERT INTO audit_event (id, at, user_id, actor, action, target_type, target_id, after)
   SELECT id, created_at, user_id, user_id, (ARRAY['job.enqueue', 'job.cancel', 'job.retry', 'queue.pause'])[1 + timeout_ms % 4],
          (ARRAY['job', 'job', 'job', 'queue'])[1 + timeout_ms % 4], id::text, '{"name": "Something"}'
     FROM (SELECT id, created_at, user_id, ('x' || right(id::text, 7))::bit(28)::int AS timeout_ms FROM job WHERE user_id IS NOT NULL) j
    WHERE $1::timestamptz IS NOT NULL`,
  `INSERT INTO failure_group (runner, fingerprint, count, first_seen_at, last_seen_at, status, error, job_id)
   SELECT runner, fingerprint, count(*), min(completed_at), max(completed_at), 'failed', max(error), (array_agg(id ORDER BY id DESC))[1]
     FROM job WHERE fingerprint IS NOT NULL AND $1::timestamptz IS NOT NULL GROUP BY runner, fingerprint`,
  `INSERT INTO job_statistic
   SELECT at, queue, runner, '01900000-0000-7000-b000-000000000000', ${STATISTIC}
     FROM (SELECT date_trunc('minute', completed_at) AS at, queue, runner, ${ENDS}
             FROM job WHERE completed_at > $1::timestamptz - interval '7 days' GROUP BY 1, 2, 3) minutes`,
  `INSERT INTO job_statistic_hour
   SELECT at, queue, runner, ${STATISTIC}
     FROM (SELECT date_trunc('hour', completed_at) AS at, queue, runner, ${ENDS}
             FROM job WHERE completed_at < date_trunc('hour', $1::timestamptz) GROUP BY 1, 2, 3) hours`,
  `INSERT INTO queue_depth
   SELECT queue, at, 100 + extract(minute FROM at)::int, 40, 1000 FROM unnest('{high,default,low}'::text[]) queue,
          generate_series(date_trunc('minute', $1::timestamptz) - interval '30 days', $1, interval '1 minute') at`,
  `INSERT INTO bulk_operation (id, verb, filter, actor, job_id, matched, changed, asked_at)
   SELECT id, 'retry', 'status=failed', 'User 1', id, 900, 800, created_at FROM job
    WHERE $1::timestamptz IS NOT NULL ORDER BY id DESC LIMIT 120`,
  `INSERT INTO bulk_outcome (operation_id, job_id, name, status, skipped)
   SELECT (SELECT id FROM bulk_operation ORDER BY id DESC LIMIT 1), id, name, status, CASE WHEN right(id::text, 1) = '0' THEN 'gone' END
     FROM job WHERE status = 'failed' AND $1::timestamptz IS NOT NULL`,
];

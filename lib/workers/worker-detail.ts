import { pool } from '@/lib/db/client';
import type { AttemptOutcome } from '@/lib/db/generated/enums';
import { YardmasterError } from '@/lib/errors';
import { newestSql } from '@/lib/jobs/queries/newest-sql';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { ATTEMPTS_LOOKED_AT, JOBS_LOOKED_AT } from './attempts';
import { type Drift, driftOf, type WorkerBuild } from './drift';
import { findWorker, type WorkerSummary } from './queries';

const MOST_SHOWN = 20;
const MOST_WORKERS = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface WorkerAttempt {
  jobId: string;
  no: number;
  name: string;
  queue: string;
  outcome: AttemptOutcome;
  error: string | null;
  /** ISO 8601. */
  startedAt: string;
  endedAt: string;
}

export interface WorkerDetail extends WorkerSummary {
  /** Keys of the runners it knows. */
  runners: string[];
  /** What it ran last, newest first: at most 20, of its newest 1,000 jobs and the newest 5,000 earlier attempts of all workers. */
  lately: WorkerAttempt[];
  /** Of those attempts, how many were its own, were lost with it, and were handed back by it. */
  counts: { attempts: number; lost: number; interrupted: number };
}

/** One worker, also one that ended. @throws YardmasterError `not_found` */
export async function getWorker(id: string): Promise<WorkerDetail> {
  const worker = UUID.test(id) ? await findWorker(id) : null;
  if (!worker)
    throw new YardmasterError('not_found', 'There is no such worker; those that ended are removed in time.');
  const [runners, lately, counts] = await Promise.all([
    pool().query<{ runners: string[] }>('SELECT runners FROM worker_process WHERE id = $1', [id]),
    pool().query<Omit<WorkerAttempt, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date }>(LATELY, [
      id,
    ]),
    pool().query<WorkerDetail['counts']>(COUNTS, [id]),
  ]);
  return {
    ...worker,
    runners: runners.rows[0]?.runners ?? [],
    lately: lately.rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt.toISOString(),
    })),
    counts: counts.rows[0] ?? { attempts: 0, lost: 0, interrupted: 0 },
  };
}

// A job's last attempt lives in its row; those before it have rows of their own.
const NEWEST = `(
  SELECT id AS job_id, attempt_no AS no, started_at, completed_at AS ended_at, error,
         CASE WHEN reason = 'timed_out' THEN 'timed_out' WHEN reason = 'worker_lost' THEN 'lost'
              ELSE status::text END AS outcome
    FROM (SELECT * ${newestSql('worker_id', '$1::uuid', JOBS_LOOKED_AT, 'AND completed_at IS NOT NULL')}) newest
   WHERE started_at IS NOT NULL
  UNION ALL
  SELECT job_id, no, started_at, ended_at, error, outcome::text
    FROM (SELECT * FROM job_attempt ORDER BY job_id DESC, no DESC LIMIT ${ATTEMPTS_LOOKED_AT}) earlier
   WHERE worker_id = $1
) attempt`;

const LATELY = `
  SELECT a.job_id AS "jobId", a.no, j.name, j.queue, a.outcome, left(split_part(a.error, E'\\n', 1), 300) AS error,
         a.started_at AS "startedAt", a.ended_at AS "endedAt"
    FROM (SELECT * FROM ${NEWEST} ORDER BY ended_at DESC LIMIT ${MOST_SHOWN}) a
    JOIN job j ON j.id = a.job_id ORDER BY a.ended_at DESC`;

const COUNTS = `
  SELECT count(*)::int AS attempts, count(*) FILTER (WHERE outcome = 'lost')::int AS lost,
         count(*) FILTER (WHERE outcome = 'interrupted')::int AS interrupted
    FROM ${NEWEST}`;

/** Where the live workers differ from each other; at most 200 are compared. */
export async function readDrift(): Promise<Drift> {
  const { rows } = await pool().query<WorkerBuild>(
    `SELECT host || ':' || pid AS name, version, runners FROM worker_process
      WHERE ended_at IS NULL AND NOT lost AND heartbeat_at >= now() - $1 * interval '1 millisecond'
      ORDER BY host, pid LIMIT ${MOST_WORKERS}`,
    [SILENT_AFTER_MS],
  );
  return driftOf(rows);
}

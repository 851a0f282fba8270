import { countEnds } from '@/lib/statistics/count-ends';
import type { End, EndStatus } from '@/lib/statistics/end-counter';
import type { JobReason } from '../status';
import { recordNotifications } from './record-notifications';
import { byKeyAlone, hot, poolSql } from './sql';

/** The end of an attempt that is the end of its job. */
export interface Finish {
  jobId: string;
  attemptNo: number;
  workerId: string;
  status: EndStatus;
  reason: JobReason | null;
  /** JSON text of what `run` returned. */
  dataText: string | null;
  error: string | null;
  errorStack: string | null;
  /** What it has in common with others that fail in the same way; null unless failed or errored. */
  fingerprint: string | null;
  /** 1 when the attempt failed, else 0. */
  failed: 0 | 1;
}

/** What the statement says of a job that it has ended; times in milliseconds. */
interface Ended {
  id: string;
  queue: string;
  runner: string;
  at: number;
  waitMs: number;
  runMs: number;
}

const ms = (time: string): string => `(extract(epoch FROM ${time}) * 1000)::float8`;

const FINISH_JOBS = hot(
  `WITH ended AS (UPDATE job j SET status = f.status::job_status, reason = f.reason::job_reason, completed_at = now(),
       data = f.data::jsonb, error = f.error, error_stack = f.stack, fingerprint = f.fingerprint,
       failed_attempts = j.failed_attempts + f.failed
     FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[])
       AS f(id, attempt, worker, status, reason, data, error, stack, failed, fingerprint)
     WHERE j.id = f.id AND ${byKeyAlone(`j.status = 'running' AND j.attempt_no = f.attempt AND j.worker_id = f.worker`)}
     RETURNING j.id, j.status, j.name, j.error, j.user_id, j.notifications, j.queue, j.runner, j.run_at, j.started_at),
     told AS (${recordNotifications('ended')})
     SELECT id, queue, runner, ${ms('now()')} AS at, ${ms('started_at - run_at')} AS "waitMs",
       ${ms('now() - started_at')} AS "runMs" FROM ended`,
);

/**
 * Ends jobs: each only if it is still running this very attempt at this very worker. One boolean each; false: the
 * job has been taken away meanwhile (reaped, deleted) and stays as it is. The users who want to know are told in the
 * same statement, and what it ended is counted.
 */
export async function finishJobs(finishes: Finish[]): Promise<boolean[]> {
  const rows = await poolSql<Ended>(FINISH_JOBS, [
    finishes.map((finish) => finish.jobId),
    finishes.map((finish) => finish.attemptNo),
    finishes.map((finish) => finish.workerId),
    finishes.map((finish) => finish.status),
    finishes.map((finish) => finish.reason),
    finishes.map((finish) => finish.dataText),
    finishes.map((finish) => finish.error),
    finishes.map((finish) => finish.errorStack),
    finishes.map((finish) => finish.failed),
    finishes.map((finish) => finish.fingerprint),
  ]);
  const done = new Map(rows.map((row) => [row.id, row]));
  count(finishes, done);
  return finishes.map(({ jobId }) => done.has(jobId));
}

function count(finishes: readonly Finish[], done: ReadonlyMap<string, Ended>): void {
  const ends: End[] = [];
  for (const { jobId, status, fingerprint, error } of finishes) {
    const ended = done.get(jobId);
    if (!ended) continue;
    const { queue, runner, at, waitMs, runMs } = ended;
    ends.push({ jobId, queue, runner, status, at, waitMs, runMs, fingerprint, error });
  }
  countEnds(ends);
}

/** Records that an attempt, given up for lost, came to its end after all. */
export async function recordLate(jobId: string, attemptNo: number): Promise<void> {
  await poolSql(
    "UPDATE job_attempt SET outcome = 'late' WHERE job_id = $1 AND no = $2 AND outcome IN ('lost', 'interrupted')",
    [jobId, attemptNo],
  );
}

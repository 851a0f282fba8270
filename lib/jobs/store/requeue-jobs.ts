import type { AttemptOutcome } from '@/lib/db/generated/enums';
import type { JobStatus } from '../status';
import { poolSql } from './sql';
import { SCHEDULED_TOKEN, wakePayload } from './wake';

/** The end of an attempt after which the job waits again. */
export interface Requeue {
  jobId: string;
  attemptNo: number;
  workerId: string;
  outcome: AttemptOutcome;
  error: string | null;
  errorStack: string | null;
  /** Milliseconds until it is due; 0: at once. */
  delayMs: number;
  failed: 0 | 1;
}

/**
 * Hands jobs back, each with its attempt recorded and a new dispatch number, so that no old message can claim it.
 * A job whose cancel was asked for ends cancelled instead. Returns the status each has now; null: it had been taken
 * away meanwhile and stays as it is.
 */
export async function requeueJobs(requeues: Requeue[]): Promise<(JobStatus | null)[]> {
  const rows = await poolSql<{ id: string; queue: string; status: JobStatus }>(
    `WITH r AS (SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::int[])
         AS t(id, attempt, worker, outcome, error, stack, delay_ms, failed)),
     old AS (SELECT j.*, r.outcome, r.error AS why, r.stack, r.delay_ms, r.failed FROM job j JOIN r ON r.id = j.id
       WHERE j.status = 'running' AND j.attempt_no = r.attempt AND j.worker_id = r.worker FOR UPDATE OF j),
     recorded AS (${recordAttempts('old.outcome::attempt_outcome', 'old.why', 'old.stack')})
     UPDATE job j SET ${waitAgain('old.delay_ms')}, failed_attempts = j.failed_attempts + old.failed
     FROM old WHERE j.id = old.id RETURNING j.id, j.queue, j.status`,
    [
      requeues.map((requeue) => requeue.jobId),
      requeues.map((requeue) => requeue.attemptNo),
      requeues.map((requeue) => requeue.workerId),
      requeues.map((requeue) => requeue.outcome),
      requeues.map((requeue) => requeue.error),
      requeues.map((requeue) => requeue.errorStack),
      requeues.map((requeue) => requeue.delayMs),
      requeues.map((requeue) => requeue.failed),
    ],
  );
  await poolSql("SELECT pg_notify('yardmaster_work', $1)", [
    wakePayload([SCHEDULED_TOKEN, ...rows.map(({ queue }) => queue)]),
  ]);
  const now = new Map(rows.map(({ id, status }) => [id, status]));
  return requeues.map(({ jobId }) => now.get(jobId) ?? null);
}

/** Records the attempts that the rows `old` of `job` are at, as ended. Shared with the reaper. */
export function recordAttempts(outcome: string, error: string, stack: string): string {
  return `INSERT INTO job_attempt (job_id, no, worker_id, due_at, started_at, ended_at, outcome, error, error_stack)
    SELECT old.id, old.attempt_no, old.worker_id, old.run_at, old.started_at, now(), ${outcome}, ${error}, ${stack} FROM old
    ON CONFLICT (job_id, no) DO NOTHING`;
}

/** The assignments that make a running job wait again (in its old place where it waits for no time), or end it where its cancel was asked for. */
export function waitAgain(delayMs: string): string {
  return `status = CASE WHEN j.cancel_asked_at IS NOT NULL THEN 'cancelled'::job_status WHEN ${delayMs} > 0 THEN 'scheduled' ELSE 'pending' END,
    reason = CASE WHEN j.cancel_asked_at IS NOT NULL THEN 'cancelled_by_user'::job_reason END,
    completed_at = CASE WHEN j.cancel_asked_at IS NOT NULL THEN now() END,
    run_at = CASE WHEN ${delayMs} > 0 THEN now() + ${delayMs} * interval '1 millisecond' ELSE j.run_at END, dispatch_no = j.dispatch_no + 1, worker_id = NULL,
    progress_done = NULL, progress_total = NULL, progress_text = NULL`;
}

import type { Job } from './job-row';
import { poolSql } from './sql';

/** What a worker needs of the job it has claimed. */
export type ClaimedJob = Pick<
  Job,
  | 'id'
  | 'runner'
  | 'name'
  | 'queue'
  | 'args'
  | 'objectType'
  | 'objectId'
  | 'userId'
  | 'scheduleId'
  | 'attemptNo'
  | 'failedAttempts'
  | 'maxRetries'
  | 'backoff'
  | 'timeoutMs'
  | 'runAt'
  | 'createdAt'
  | 'notifications'
>;

/** What a message says: this job, this dispatch. */
export interface Message {
  jobId: string;
  dispatchNo: number;
}

const COLUMNS = `j.id, j.runner, j.name, j.queue, j.args, j.object_type AS "objectType", j.object_id AS "objectId",
  j.user_id AS "userId", j.schedule_id AS "scheduleId", j.attempt_no AS "attemptNo", j.failed_attempts AS "failedAttempts",
  j.max_retries AS "maxRetries", j.backoff, j.timeout_ms AS "timeoutMs", j.run_at AS "runAt",
  j.created_at AS "createdAt", j.notifications`;

/**
 * Makes the worker the owner of the jobs that these messages name, where that is still right: pending, this very
 * dispatch, a runner the worker knows, a queue that nobody paused. One result a message; null: drop the message.
 */
export async function claimJobs(
  workerId: string,
  runners: readonly string[],
  messages: Message[],
): Promise<(ClaimedJob | null)[]> {
  const rows = await poolSql<ClaimedJob>(
    `UPDATE job j SET status = 'running', worker_id = $3, started_at = now(), attempt_no = j.attempt_no + 1, reason = NULL
     FROM unnest($1::uuid[], $2::int[]) AS m(id, no)
     WHERE j.id = m.id AND j.dispatch_no = m.no AND j.status = 'pending' AND j.runner = ANY($4)
       AND j.queue <> ALL(ARRAY(SELECT q.queue FROM queue_control q WHERE q.paused_at IS NOT NULL))
     RETURNING ${COLUMNS}`,
    [messages.map(({ jobId }) => jobId), messages.map(({ dispatchNo }) => dispatchNo), workerId, runners],
  );
  const claimed = new Map(rows.map((row) => [row.id, row]));
  if (rows.length < messages.length) {
    await handBackUnknown(
      runners,
      messages.filter(({ jobId }) => !claimed.has(jobId)),
    );
  }
  return messages.map(({ jobId }) => {
    const job = claimed.get(jobId) ?? null;
    // Two messages for one job in one batch: only the first is the claim.
    claimed.delete(jobId);
    return job;
  });
}

const UNKNOWN_RUNNER_DELAY = '5 seconds';

/** A job whose runner this worker does not know (a rolling deploy) goes back, to be tried by another one soon. */
async function handBackUnknown(runners: readonly string[], messages: Message[]): Promise<void> {
  await poolSql(
    `UPDATE job j SET status = 'scheduled', reason = 'unknown_runner', dispatch_no = j.dispatch_no + 1,
       run_at = now() + interval '${UNKNOWN_RUNNER_DELAY}'
     FROM unnest($1::uuid[], $2::int[]) AS m(id, no)
     WHERE j.id = m.id AND j.dispatch_no = m.no AND j.status = 'pending' AND j.runner <> ALL($3)
       AND j.queue <> ALL(ARRAY(SELECT q.queue FROM queue_control q WHERE q.paused_at IS NOT NULL))`,
    [messages.map(({ jobId }) => jobId), messages.map(({ dispatchNo }) => dispatchNo), runners],
  );
}

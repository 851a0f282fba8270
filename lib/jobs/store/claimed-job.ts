import type { Job } from './job-row';

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
> & {
  /** True when its queue limits how many run at once, so that its end makes room for another. */
  limited?: boolean;
};

/** What a message says: this job, this dispatch. */
export interface Message {
  jobId: string;
  dispatchNo: number;
}

/** The assignments of a claim; $1 is the worker's id. */
export const CLAIM = `status = 'running', worker_id = $1, started_at = now(), attempt_no = j.attempt_no + 1, reason = NULL`;

/** Select list for `ClaimedJob` from `job j`. */
export const CLAIMED = `j.id, j.runner, j.name, j.queue, j.args, j.object_type AS "objectType", j.object_id AS "objectId",
  j.user_id AS "userId", j.schedule_id AS "scheduleId", j.attempt_no AS "attemptNo", j.failed_attempts AS "failedAttempts",
  j.max_retries AS "maxRetries", j.backoff, j.timeout_ms AS "timeoutMs", j.run_at AS "runAt",
  j.created_at AS "createdAt", j.notifications`;

/** A job that has lost so many workers is suspected of ending them: it runs beside no other suspect. */
export const SUSPECT_FROM = 2;

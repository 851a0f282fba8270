import type { JobReason, JobStatus } from '../status';
import type { Job } from './job-row';

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
  notifications: Job['notifications'];
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

/** The row that a job has become, as Postgres would return it: what was given, the status and time it chose, the columns' defaults. */
export function storedJob(job: NewJob, status: JobStatus, now: Date): Job {
  return {
    id: job.id,
    runner: job.runner,
    name: job.name,
    queue: job.queue,
    status,
    reason: job.ended?.reason ?? null,
    args: JSON.parse(job.argsText),
    objectType: job.objectType,
    objectId: job.objectId,
    userId: job.userId,
    scheduleId: job.scheduleId ?? null,
    occurrenceAt: job.occurrenceAt ?? null,
    armed: job.armed ?? false,
    interval: job.interval ?? null,
    onceKey: job.onceKey ?? null,
    againOfId: job.againOfId ?? null,
    notifications: job.notifications,
    timeoutMs: job.timeoutMs,
    maxRetries: job.maxRetries,
    backoff: job.backoffText === null ? null : JSON.parse(job.backoffText),
    createdAt: new Date(now),
    runAt: job.runAt ?? new Date(now),
    startedAt: job.workerId ? new Date(now) : null,
    completedAt: job.ended ? new Date(now) : null,
    dispatchNo: 0,
    attemptNo: job.workerId ? 1 : 0,
    failedAttempts: 0,
    lostAttempts: 0,
    workerId: job.workerId ?? null,
    progressDone: null,
    progressTotal: null,
    progressText: null,
    data: null,
    error: null,
    errorStack: null,
    fingerprint: null,
    cancelAskedAt: null,
    cancelAskedBy: null,
    cancelReason: null,
  };
}

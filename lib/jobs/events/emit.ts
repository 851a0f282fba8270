import { countEndedJobs } from '@/lib/statistics/count-ends';
import { objectRef } from '../object-ref';
import { registry } from '../registry';
import type { JobReason, JobStatus } from '../status';
import type { ClaimedJob } from '../store/claimed-job';
import { type Job, jobColumns } from '../store/job-row';
import { poolSql } from '../store/sql';
import { emitJobEvent, hasSubscribers, type JobEvent, type JobEventName, logFailure } from './on-job-event';

/** Tells that a job has ended, or that it is cancelled; of any other status, nothing. */
export function emitEnd(
  job: ClaimedJob,
  end: { status: JobStatus; reason: JobReason | null; error: string | null },
): void {
  const name = endOf(end.status);
  if (name) emitJobEvent(name, () => subjectOf(job, end));
}

/** Tells that an attempt at a job has started. */
export function emitStart(job: ClaimedJob): void {
  emitJobEvent('job.started', () => subjectOf(job, { status: 'running', reason: null, error: null }));
}

/**
 * Counts and tells of jobs that were ended by a statement that had no more than their ids at hand. One that has changed meanwhile (retried, deleted) is passed over. Never rejects.
 */
export async function emitEnded(ended: readonly { id: string; status: string }[]): Promise<void> {
  try {
    await countEndedJobs(ended.filter(({ status }) => endOf(status)).map(({ id }) => id));
    // Plugins subscribe when they get ready, which in a web process may not have happened yet.
    await registry();
    const wanted = ended.filter(({ status }) => {
      const name = endOf(status);
      return name !== undefined && hasSubscribers(name);
    });
    if (wanted.length === 0) return;
    const statuses = new Map(wanted.map(({ id, status }) => [id, status]));
    const rows = await poolSql<Job>(`SELECT ${jobColumns('j')} FROM job j WHERE j.id = ANY($1::uuid[])`, [
      [...statuses.keys()],
    ]);
    for (const row of rows) if (row.status === statuses.get(row.id)) emitEnd(row, row);
  } catch (error) {
    logFailure('the end of jobs', ended.map(({ id }) => id).join(', '), error);
  }
}

const ENDS: Partial<Record<string, JobEventName>> = {
  completed: 'job.completed',
  failed: 'job.failed',
  errored: 'job.errored',
  cancelled: 'job.cancelled',
} satisfies Partial<Record<JobStatus, JobEventName>>;

const endOf = (status: string): JobEventName | undefined => ENDS[status];

function subjectOf(
  job: ClaimedJob,
  now: { status: JobStatus; reason: JobReason | null; error: string | null },
): JobEvent['job'] {
  const { id, name, runner, queue, userId, scheduleId, attemptNo } = job;
  const instance = job.objectType && job.objectId ? objectRef(job.objectType, job.objectId) : null;
  const { status, reason, error } = now;
  return { id, name, runner, queue, instance, userId, scheduleId, attemptNo, status, reason, error };
}

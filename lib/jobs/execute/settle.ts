import { persist } from '@/lib/db/outage';
import { publish, type Topic } from '@/lib/events/publish';
import { countEndedJobs } from '@/lib/statistics/count-ends';
import type { EndStatus } from '@/lib/statistics/end-counter';
import { Batcher } from '../batcher';
import { emitEnd } from '../events/emit';
import { fingerprintOf } from '../failure/fingerprint';
import { type Backoff, backoffMs } from '../meta';
import { endSchedule } from '../schedule/end-schedules';
import type { JobReason, JobStatus } from '../status';
import type { ClaimedJob } from '../store/claimed-job';
import { type Finish, finishJobs, recordLate } from '../store/finish-jobs';
import { type Requeue, requeueJobs } from '../store/requeue-jobs';
import { inTransaction } from '../store/sql';
import type { Host } from './execute';
import type { Outcome } from './outcome';

const finishes = new Batcher<Finish, boolean>((batch) => persist(() => finishJobs(batch)), { lanes: 2 });
const requeues = new Batcher<Requeue, JobStatus | null>((batch) => persist(() => requeueJobs(batch)));

/**
 * Stores how an attempt ended: the job ends, or waits for its next attempt. While Postgres is away it waits: an
 * outcome is never dropped. A job that is not this worker's any more stays as it is.
 */
export async function settle(job: ClaimedJob, workerId: string, outcome: Outcome, host: Host): Promise<void> {
  if (!host.reporter.idle) await host.reporter.flush();
  if (outcome.kind === 'disowned') return recordLate(job.id, job.attemptNo);
  if (outcome.kind === 'ghost' && job.scheduleId) await persist(() => endGhost(job.scheduleId as string));
  const kept = await store(job, workerId, outcome, host);
  if (!kept) await recordLate(job.id, job.attemptNo);
  publish(...topicsOf(job));
  if (job.userId && job.notifications !== 'never') publish('notifications');
}

/** The schedule ends first: should the process die in between, the next worker finds it ended. */
function endGhost(scheduleId: string): Promise<void> {
  return inTransaction((sql) => endSchedule(sql, scheduleId, 'object_deleted'));
}

/** The topics that a change of this job touches. */
export function topicsOf(job: Pick<ClaimedJob, 'id' | 'objectType' | 'objectId'>): Topic[] {
  const topics: Topic[] = ['jobs', 'queues', `job:${job.id}`];
  if (job.objectType) topics.push(`object:${job.objectType}:${job.objectId}`);
  return topics;
}

async function store(
  job: ClaimedJob,
  workerId: string,
  outcome: Exclude<Outcome, { kind: 'disowned' }>,
  host: Host,
): Promise<boolean> {
  const attempt = { jobId: job.id, attemptNo: job.attemptNo, workerId };
  const { error, stack } = wordsOf(outcome, job);
  if (outcome.kind === 'shutdown') {
    return handBack(job, {
      ...attempt,
      outcome: 'interrupted',
      error: null,
      errorStack: null,
      delayMs: 0,
      failed: 0,
    });
  }
  const failed = outcome.kind === 'failed' || outcome.kind === 'errored' || outcome.kind === 'timed_out';
  const hopeless = outcome.kind === 'errored' && outcome.reason !== undefined;
  if (failed && !hopeless && job.failedAttempts < job.maxRetries) {
    const delayMs = retryDelayMs(job, host);
    return handBack(job, { ...attempt, outcome: outcome.kind, error, errorStack: stack, delayMs, failed: 1 });
  }
  const { status, reason } = statusOf(outcome);
  const dataText = outcome.kind === 'completed' ? outcome.dataText : null;
  // Written out: for every job there is, spreading took as long as all else in here.
  const kept = await finishes.add({
    jobId: job.id,
    attemptNo: job.attemptNo,
    workerId,
    status,
    reason,
    dataText,
    error,
    errorStack: stack,
    fingerprint: failed ? fingerprintOf({ runner: job.runner, reason, error, stack }) : null,
    failed: failed ? 1 : 0,
  });
  if (kept) emitEnd(job, { status, reason, error });
  return kept;
}

async function handBack(job: ClaimedJob, requeue: Requeue): Promise<boolean> {
  const status = await requeues.add(requeue);
  // Its cancel had been asked for meanwhile: instead of waiting again it has ended.
  if (status === 'cancelled') {
    emitEnd(job, { status, reason: 'cancelled_by_user', error: null });
    await persist(() => countEndedJobs([job.id]));
  }
  return status !== null;
}

function wordsOf(outcome: Outcome, job: ClaimedJob): { error: string | null; stack: string | null } {
  if (outcome.kind === 'failed') return { error: outcome.error, stack: null };
  if (outcome.kind === 'errored') return { error: outcome.error, stack: outcome.stack };
  if (outcome.kind === 'timed_out')
    return { error: `It ran longer than its timeout of ${job.timeoutMs / 1000} s allows.`, stack: null };
  return { error: null, stack: null };
}

function statusOf(outcome: Exclude<Outcome, { kind: 'disowned' | 'shutdown' }>): {
  status: EndStatus;
  reason: JobReason | null;
} {
  switch (outcome.kind) {
    case 'completed':
      return { status: 'completed', reason: null };
    case 'failed':
      return { status: 'failed', reason: null };
    case 'errored':
      return { status: 'errored', reason: outcome.reason ?? null };
    case 'timed_out':
      return { status: 'errored', reason: 'timed_out' };
    case 'ghost':
      return { status: 'cancelled', reason: 'object_deleted' };
    case 'cancelled':
      return { status: 'cancelled', reason: 'cancelled_by_user' };
    default:
      return outcome satisfies never;
  }
}

/** The stored policy, or the runner's own function where it has one. */
function retryDelayMs(job: ClaimedJob, host: Host): number {
  const own = host.registry.find(job.runner)?.meta.backoff;
  const policy = (job.backoff as Backoff | null) ?? own ?? { type: 'fixed', delayMs: 5_000 };
  return backoffMs(typeof own === 'function' ? own : policy, job.failedAttempts + 1);
}

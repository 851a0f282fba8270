import type { Attempt, JobDetail } from '@/lib/jobs/queries/job-detail';

/** One attempt at a job, the one under way included. */
export interface ShownAttempt extends Omit<Attempt, 'outcome' | 'endedAt'> {
  outcome: Attempt['outcome'] | 'running';
  endedAt: string | null;
}

/** Every try, oldest first. The last one of a job that runs or has ended is known from the job itself. */
export function attemptsOf(job: JobDetail): ShownAttempt[] {
  const outcome = outcomeOf(job);
  const known = job.attempts.some(({ no }) => no === job.attemptNo);
  if (known || outcome === null || job.startedAt === null || job.attemptNo === 0) return job.attempts;
  const last: ShownAttempt = {
    no: job.attemptNo,
    worker: job.worker,
    dueAt: job.runAt,
    startedAt: job.startedAt,
    endedAt: job.completedAt,
    outcome,
    error: job.status === 'running' ? null : job.errorWhole,
    errorStack: job.status === 'running' ? null : job.errorStack,
  };
  return [...job.attempts, last];
}

function outcomeOf({ status, reason }: JobDetail): ShownAttempt['outcome'] | null {
  if (status === 'pending' || status === 'scheduled') return null;
  if (reason === 'timed_out') return 'timed_out';
  if (reason === 'worker_lost') return 'lost';
  return status;
}

/** Whether an attempt uses up one of the job's retries: what its worker's end cost it does not. */
export const counts = ({ outcome }: Pick<ShownAttempt, 'outcome'>): boolean =>
  outcome !== 'interrupted' && outcome !== 'lost' && outcome !== 'late';

/** Which attempt it is, of how many: `2 of 4`, `3 of 4, and 1 that did not count`, `1`. */
export function attemptsText(job: JobDetail): string {
  const attempts = attemptsOf(job);
  const counted = attempts.filter(counts).length;
  const others = attempts.length - counted;
  const most = job.maxRetries + 1;
  // A retry by hand goes beyond what was allowed.
  const told = most > 1 && counted <= most ? `${counted} of ${most}` : String(counted);
  return others === 0 ? told : `${told}, and ${others} that did not count`;
}

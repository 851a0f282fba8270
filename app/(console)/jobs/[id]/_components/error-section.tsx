import Link from 'next/link';
import type { CSSProperties } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { isTerminal, JOB_STATUSES } from '@/lib/jobs/status';
import classes from './error.module.css';
import { StackTrace } from './stack-trace';

/** What went wrong, whole, and where it was thrown. Also while the job waits for its next attempt. */
export function ErrorSection({ job }: { job: JobDetail }) {
  // While it waits for its next attempt, what went wrong is known from the last one.
  const last = job.attempts.at(-1);
  const error = job.errorWhole ?? (isTerminal(job.status) ? null : (last?.error ?? null));
  const stack = job.errorWhole ? job.errorStack : (last?.errorStack ?? null);
  if (error === null || job.status === 'running') return null;
  const ended = job.status === 'failed' || job.status === 'errored' || job.status === 'cancelled';
  const colour = ended ? JOB_STATUSES[job.status].colour : 'orange';
  return (
    <section
      className={classes.error}
      aria-label="Error"
      style={{ '--tone': `var(--ym-${colour})` } as CSSProperties}
    >
      <h2>
        {ended ? 'What went wrong' : 'What went wrong at the last attempt'}{' '}
        <CopyButton text={[error, stack].filter(Boolean).join('\n\n')} label="Copy the error" />
      </h2>
      <p className={classes.message}>{error}</p>
      {stack ? <StackTrace stack={stack} message={error} /> : null}
      {job.fingerprint ? (
        <p className={classes.others}>
          <Link href={`/jobs?${new URLSearchParams({ fingerprint: job.fingerprint })}`}>
            Other jobs with this error
          </Link>
        </p>
      ) : null}
    </section>
  );
}

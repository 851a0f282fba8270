import type { CSSProperties } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { JOB_STATUSES } from '@/lib/jobs/status';
import classes from './job.module.css';

/** What went wrong, whole, and where it was thrown. Also while the job waits for its next try. */
export function ErrorSection({ job }: { job: JobDetail }) {
  if (!job.errorWhole) return null;
  const ended = job.status === 'failed' || job.status === 'errored' || job.status === 'cancelled';
  const colour = ended ? JOB_STATUSES[job.status].colour : 'orange';
  return (
    <section className={classes.error} style={{ '--tone': `var(--ym-${colour})` } as CSSProperties}>
      <h2>
        {ended ? 'What went wrong' : 'What went wrong at the last try'}{' '}
        <CopyButton
          text={[job.errorWhole, job.errorStack].filter(Boolean).join('\n\n')}
          label="Copy the error"
        />
      </h2>
      <p className={classes.message}>{job.errorWhole}</p>
      {job.errorStack ? (
        <details className={classes.stack}>
          <summary>Where it was thrown</summary>
          <pre>{job.errorStack}</pre>
        </details>
      ) : null}
    </section>
  );
}

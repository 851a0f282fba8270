import { RelativeTime } from '@/components/time/relative-time';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { JobSummary } from '@/lib/jobs/queries/job-summary';
import { JOB_REASONS } from '@/lib/jobs/status';
import classes from './job-list.module.css';

/** The one thing worth knowing about a job in its state: how far, when, or what went wrong. */
export function JobDetailCell({ job }: { job: JobSummary }) {
  switch (job.status) {
    case 'running':
      return <RunningCell job={job} />;
    case 'scheduled':
      return (
        <span className={classes.detail}>
          {job.failedAttempts > 0 ? `Try ${job.failedAttempts + 1} due ` : 'Due '}
          <RelativeTime at={job.runAt} />
        </span>
      );
    case 'pending':
      return (
        <span className={classes.detail}>
          Due <RelativeTime at={job.runAt} />
        </span>
      );
    case 'completed':
      return <span className={classes.detail}>{job.progressText}</span>;
    case 'failed':
    case 'errored':
    case 'cancelled': {
      const text = job.error ?? (job.reason ? JOB_REASONS[job.reason] : '');
      return (
        <span className={classes.detail} title={text}>
          {text}
        </span>
      );
    }
  }
}

function RunningCell({ job }: { job: JobSummary }) {
  if (job.cancelAskedAt) return <span className={classes.detail}>Asked to stop</span>;
  return (
    <span className={classes.running}>
      <span className={classes.bar}>
        <ProgressBar done={job.progressDone} total={job.progressTotal} label={`Progress of ${job.name}`} />
      </span>
      <span className={classes.detail}>{job.progressText ?? countOf(job)}</span>
    </span>
  );
}

function countOf({ progressDone, progressTotal }: JobSummary): string {
  if (progressDone === null) return '';
  const done = progressDone.toLocaleString('en-GB');
  return progressTotal === null ? done : `${done} of ${progressTotal.toLocaleString('en-GB')}`;
}

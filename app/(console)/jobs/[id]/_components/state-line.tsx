import Link from 'next/link';
import type { ReactNode } from 'react';
import { Duration, ExactTime, RelativeTime } from '@/components/time/relative-time';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { JOB_REASONS } from '@/lib/jobs/status';
import classes from './job.module.css';
import { WorkerName } from './worker-name';

/** The state of the job in a sentence, and how far it is. */
export function StateLine({ job }: { job: JobDetail }) {
  return (
    <section className={classes.state} aria-label="State">
      <p>{sentence(job)}</p>
      {job.status === 'running' ? (
        <div className={classes.progress}>
          <ProgressBar done={job.progressDone} total={job.progressTotal} label="Progress" />
          <span className="number">{progressText(job)}</span>
        </div>
      ) : null}
      {job.queuePaused && (job.status === 'pending' || job.status === 'scheduled') ? (
        <p className={classes.why}>
          Its queue <Link href="/queues">{job.queue}</Link> is paused by {job.queuePaused.by ?? 'the system'}
          {job.queuePaused.reason ? `: ${job.queuePaused.reason}` : ''}. It starts once somebody resumes the
          queue.
        </p>
      ) : null}
    </section>
  );
}

function sentence(job: JobDetail): ReactNode {
  const attempts =
    job.maxRetries > 0 ? `, attempt ${Math.max(1, job.attemptNo)} of ${job.maxRetries + 1}` : '';
  switch (job.status) {
    case 'pending':
      return (
        <>
          Waiting for a worker in the queue <b>{job.queue}</b> for <Duration from={job.runAt} to={null} />.
        </>
      );
    case 'scheduled':
      return (
        <>
          {job.failedAttempts > 0 ? `Attempt ${job.failedAttempts + 1} of ${job.maxRetries + 1}: due` : 'Due'}{' '}
          <RelativeTime at={job.runAt} />, at <ExactTime at={job.runAt} />.
        </>
      );
    case 'running':
      return (
        <>
          {job.cancelAskedAt ? `Asked to stop by ${job.cancelAskedBy ?? 'the system'}; running` : 'Running'}{' '}
          for <Duration from={job.startedAt} to={null} /> on <WorkerName worker={job.worker} />
          {attempts}.
        </>
      );
    case 'completed':
      return (
        <>
          Completed <RelativeTime at={job.completedAt} />, after{' '}
          <Duration from={job.startedAt} to={job.completedAt} />
          {attempts}.
        </>
      );
    case 'failed':
    case 'errored':
      return (
        <>
          {job.status === 'failed' ? 'Failed' : 'Errored'} <RelativeTime at={job.completedAt} />
          {job.startedAt ? (
            <>
              , after <Duration from={job.startedAt} to={job.completedAt} />
            </>
          ) : null}
          {attempts}. {job.reason ? `${JOB_REASONS[job.reason]}.` : null}
        </>
      );
    case 'cancelled':
      return (
        <>
          Cancelled <RelativeTime at={job.completedAt} />
          {job.cancelAskedBy ? ` by ${job.cancelAskedBy}` : ''}.{' '}
          {job.cancelReason ?? (job.reason ? `${JOB_REASONS[job.reason]}.` : null)}
        </>
      );
  }
}

function progressText({ progressDone, progressTotal, progressText }: JobDetail): string {
  const count =
    progressDone === null
      ? ''
      : progressTotal === null
        ? progressDone.toLocaleString('en-GB')
        : `${progressDone.toLocaleString('en-GB')} of ${progressTotal.toLocaleString('en-GB')}`;
  return [count, progressText].filter(Boolean).join(' · ');
}

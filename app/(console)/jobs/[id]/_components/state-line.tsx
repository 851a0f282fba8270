import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { Duration, RelativeTime } from '@/components/time/relative-time';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { isWaiting, JOB_REASONS } from '@/lib/jobs/status';
import { JobProgress } from './job-progress';
import classes from './state.module.css';
import { StateTimes } from './state-times';
import { WorkerName } from './worker-name';

const WhyWaiting = dynamic(() => import('./why-waiting'));

/** The state of the job: in a sentence, why it waits or how far it is, and every time that belongs to it. */
export function StateLine({ job }: { job: JobDetail }) {
  const waits = isWaiting(job);
  return (
    <section className={classes.state} aria-label="State">
      <p>{sentence(job)}</p>
      {job.status === 'running' ? (
        <>
          <Stopping job={job} />
          <JobProgress job={job} />
        </>
      ) : null}
      {waits ? <WhyWaiting job={job} /> : null}
      <StateTimes job={job} />
    </section>
  );
}

function sentence(job: JobDetail): ReactNode {
  switch (job.status) {
    case 'pending':
      return (
        <>
          Waiting for a worker in the queue <b>{job.queue}</b> for <Duration from={job.runAt} to={null} />.
        </>
      );
    case 'scheduled':
      return job.failedAttempts > 0 ? 'Waiting for its next attempt.' : 'Waiting for its time.';
    case 'running':
      return (
        <>
          Running for <Duration from={job.startedAt} to={null} /> on <WorkerName worker={job.worker} />.
        </>
      );
    case 'completed':
      return (
        <>
          Completed <RelativeTime at={job.completedAt} />, after{' '}
          <Duration from={job.startedAt} to={job.completedAt} />.
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
          . {job.reason ? `${JOB_REASONS[job.reason]}.` : null}
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

/** That its stop was asked for, or that nobody may be at it any more. */
function Stopping({ job }: { job: JobDetail }) {
  if (job.worker?.silent) {
    return (
      <p className={classes.warning} role="status">
        Its worker has gone silent. If it gives no sign within seconds, the job is taken from it and
        {job.cancelAskedAt ? ' ends as cancelled.' : ' waits for another.'}
      </p>
    );
  }
  if (!job.cancelAskedAt) return null;
  return (
    <p className={classes.warning} role="status">
      Asked to stop <RelativeTime at={job.cancelAskedAt} /> by {job.cancelAskedBy ?? 'the system'}
      {job.cancelReason ? `: ${job.cancelReason}` : ''}. Waiting for the worker to say that it has stopped.
    </p>
  );
}

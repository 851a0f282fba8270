import type { ReactNode } from 'react';
import { Duration, RelativeTime } from '@/components/time/relative-time';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { isTerminal, isWaiting } from '@/lib/jobs/status';
import { attemptsOf, attemptsText } from './attempts';
import classes from './state.module.css';

/** When it was made, due, started and ended; how long it waited and ran. Of several attempts, the last. */
export function StateTimes({ job }: { job: JobDetail }) {
  const waits = isWaiting(job);
  const last = attemptsOf(job).at(-1);
  const ended = isTerminal(job.status);
  return (
    <dl className={classes.times}>
      <Time name="Created">
        <RelativeTime at={job.createdAt} />
      </Time>
      <Time name="Due">
        <RelativeTime at={job.runAt} />
      </Time>
      <Time name={waits && last ? 'Last started' : 'Started'}>
        <RelativeTime at={last?.startedAt ?? null} empty={ended ? 'never' : 'not yet'} />
      </Time>
      <Time name="Ended">
        <RelativeTime at={job.completedAt} empty="not yet" />
      </Time>
      <Time name="Waited">
        {waits ? (
          <WaitSoFar job={job} />
        ) : (
          <Duration from={last?.dueAt ?? null} to={last?.startedAt ?? null} />
        )}
      </Time>
      <Time name={waits && last ? 'Last ran' : 'Ran'}>
        <Duration from={last?.startedAt ?? null} to={last?.endedAt ?? null} />
      </Time>
      <Time name="Attempts">{last ? attemptsText(job) : <span className="dim">–</span>}</Time>
    </dl>
  );
}

const WaitSoFar = ({ job }: { job: JobDetail }) =>
  job.status === 'pending' ? <Duration from={job.runAt} to={null} /> : <span className="dim">–</span>;

function Time({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}

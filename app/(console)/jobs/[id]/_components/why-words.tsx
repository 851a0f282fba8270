'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { Duration, ExactTime, RelativeTime } from '@/components/time/relative-time';
import { useNow } from '@/components/time/use-now';
import { CopyButton } from '@/components/ui/copy-button';
import { JOB_STATUSES } from '@/lib/jobs/status';
import type { NamedWorker, Obstacle, WhyWaiting } from '@/lib/jobs/why-waiting';
import { depthText } from '@/lib/queues/depth';
import classes from './why-waiting.module.css';
import { WorkerName } from './worker-name';

/** A reason to wait in plain sentences: what is so, and what would change it. */
export function WhyWords({ why, queue }: { why: WhyWaiting; queue: string }) {
  switch (why.kind) {
    case 'retry':
      return (
        <Timed why={why} queue={queue}>
          Attempt {why.attempt} of {why.of} follows
        </Timed>
      );
    case 'schedule':
      return (
        <Timed why={why} queue={queue}>
          Its schedule wants it
        </Timed>
      );
    case 'time':
      return (
        <Timed why={why} queue={queue}>
          It was asked for
        </Timed>
      );
    case 'overlap':
      return (
        <p>
          <Link href={`/jobs/${why.earlier.id}`}>The occurrence before it</Link> is still{' '}
          {JOB_STATUSES[why.earlier.status].label.toLowerCase()}. Its schedule lets them run one after the
          other.
        </p>
      );
    case 'soon':
      return <Soon since={why.since} ahead={why.ahead} />;
    default:
      return <ObstacleWords obstacle={why} queue={queue} />;
  }
}

/** Longer than this is no moment any more. */
const MOMENT_MS = 30_000;

function Soon({ since, ahead }: { since: string; ahead: number }) {
  const overdue = useNow() - Date.parse(since) > MOMENT_MS;
  return (
    <p>
      Nothing known is in its way: a worker that can run it has a free slot. It has been due for{' '}
      <Duration from={since} to={null} />
      {ahead > 0 ? `, with ${jobs(ahead)} before it` : ''}.{' '}
      <span suppressHydrationWarning>
        {overdue
          ? 'That is longer than it should take: the logs of the workers or npm run doctor may tell more.'
          : 'It should start in a moment.'}
      </span>
    </p>
  );
}

function Timed(props: { why: { at: string; besides: Obstacle | null }; queue: string; children: ReactNode }) {
  const { why, queue, children } = props;
  return (
    <>
      <p>
        {children} <RelativeTime at={why.at} />, at <ExactTime at={why.at} />.
      </p>
      {why.besides ? (
        <div className={classes.besides}>
          <p>As things are, it would not start then either:</p>
          <ObstacleWords obstacle={why.besides} queue={queue} />
        </div>
      ) : null}
    </>
  );
}

function ObstacleWords({ obstacle, queue }: { obstacle: Obstacle; queue: string }) {
  switch (obstacle.kind) {
    case 'paused':
      return (
        <p>
          Its queue <QueueLink queue={queue} /> is paused by {obstacle.by ?? 'the system'}
          {obstacle.reason ? `: ${obstacle.reason}` : ''}{' '}
          <span className="dim">
            (<RelativeTime at={obstacle.at} />)
          </span>
          . It starts once somebody resumes the queue.
        </p>
      );
    case 'no_worker':
      return (
        <>
          <p>
            No live worker serves its queue <QueueLink queue={queue} />.
            {obstacle.silent.length > 0 ? (
              <>
                {' '}
                Last did <Workers workers={obstacle.silent} />, silent now.
              </>
            ) : null}{' '}
            Start one:
          </p>
          <Command command={obstacle.command} />
        </>
      );
    case 'workers_quiet':
      return (
        <>
          <p>
            Every worker of its queue <QueueLink queue={queue} /> was asked to take nothing new:{' '}
            <Workers workers={obstacle.workers} />. Start another:
          </p>
          <Command command={obstacle.command} />
        </>
      );
    case 'unknown_runner':
      return (
        <p>
          No worker of its queue <QueueLink queue={queue} /> knows its runner <code>{obstacle.runner}</code>.{' '}
          {obstacle.knownBy.length > 0 ? (
            <>
              Known by <Workers workers={obstacle.knownBy} />, which{' '}
              {obstacle.knownBy.length === 1 ? 'serves' : 'serve'}{' '}
              {[...new Set(obstacle.knownBy.flatMap(({ queues }) => queues))].join(', ')}.
            </>
          ) : (
            'No live worker at all does: is its plugin listed where the workers run?'
          )}
        </p>
      );
    case 'trouble':
      return (
        <>
          <p>The workers that could run it are in trouble and start nothing until it is over:</p>
          {obstacle.workers.map((worker) => (
            <p key={worker.id}>
              <WorkerName worker={worker} />: {worker.trouble}
            </p>
          ))}
        </>
      );
    case 'suspect':
      return (
        <p>
          {obstacle.lost} workers in a row went silent while they ran it, so it runs with care: one such job
          at a time on each worker, and another one runs now.
        </p>
      );
    case 'limit':
      return (
        <p>
          Its queue <QueueLink queue={queue} /> may run {jobs(obstacle.limit)} at once, and{' '}
          {obstacle.running === 1 ? 'one is' : `${depthText(obstacle.running)} are`} running.{' '}
          {ahead(obstacle.ahead)}
        </p>
      );
    case 'slots_full':
      return (
        <p>
          {obstacle.slots === 1 ? 'The only slot is' : `All ${obstacle.slots} slots are`} busy on{' '}
          <Workers workers={obstacle.workers} />. {ahead(obstacle.ahead)}
        </p>
      );
  }
}

const jobs = (count: number): string => `${depthText(count)} ${count === 1 ? 'job' : 'jobs'}`;

const ahead = (count: number): string =>
  count === 0 ? 'It is next in its queue.' : `Before it in its queue: ${jobs(count)}.`;

const MOST_NAMED = 4;

function Workers({ workers }: { workers: readonly NamedWorker[] }) {
  const named = workers.slice(0, MOST_NAMED);
  return (
    <>
      {named.map((worker, at) => (
        <span key={worker.id}>
          {at > 0 ? ', ' : ''}
          <WorkerName worker={worker} />
        </span>
      ))}
      {workers.length > named.length ? ` and ${workers.length - named.length} more` : ''}
    </>
  );
}

const QueueLink = ({ queue }: { queue: string }) => (
  <Link href={`/queues/${encodeURIComponent(queue)}`} prefetch={false}>
    {queue}
  </Link>
);

function Command({ command }: { command: string }) {
  return (
    <p className={classes.command}>
      <code>{command}</code> <CopyButton text={command} label="Copy the command" />
    </p>
  );
}

import { Fragment } from 'react';
import { AttemptOutcome } from '@/components/job/attempt-outcome';
import { Section } from '@/components/layout/section';
import { Duration, RelativeTime } from '@/components/time/relative-time';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { attemptsOf, counts, type ShownAttempt } from './attempts';
import classes from './attempts.module.css';
import { StackTrace } from './stack-trace';
import { WorkerName } from './worker-name';

/** Every attempt at the job, the one under way included, newest first; what its worker's end cost it is told apart. */
export function AttemptsSection({ job }: { job: JobDetail }) {
  const attempts = attemptsOf(job);
  if (attempts.length === 0) return null;
  return (
    <Section title="Attempts" note={noteOf(job, attempts)}>
      <table className={classes.table} aria-label="Attempts">
        <thead>
          <tr>
            <th scope="col" className={classes.no}>
              No.
            </th>
            <th scope="col">Outcome</th>
            <th scope="col" className={classes.worker}>
              Worker
            </th>
            <th scope="col" className={classes.started}>
              Started
            </th>
            <th scope="col" className={classes.length}>
              Waited
            </th>
            <th scope="col" className={classes.length}>
              Ran
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.toReversed().map((attempt) => (
            <Fragment key={attempt.no}>
              <Row attempt={attempt} />
              {/* What ended the job stands at the top of the page. */}
              {attempt.error && attempt.endedAt !== job.completedAt ? (
                <Why error={attempt.error} stack={attempt.errorStack} />
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Row({ attempt }: { attempt: ShownAttempt }) {
  return (
    <tr className={counts(attempt) ? undefined : classes.uncounted}>
      <td className={classes.no}>{attempt.no}</td>
      <td>
        <AttemptOutcome outcome={attempt.outcome} />
        {counts(attempt) ? null : <span className={classes.aside}>not counted</span>}
      </td>
      <td className={classes.worker}>
        <WorkerName worker={attempt.worker} />
      </td>
      <td className={classes.started}>
        <RelativeTime at={attempt.startedAt} />
      </td>
      <td className={classes.length}>
        <Duration from={attempt.dueAt} to={attempt.startedAt} />
      </td>
      <td className={classes.length}>
        <Duration from={attempt.startedAt} to={attempt.endedAt} />
      </td>
    </tr>
  );
}

function Why({ error, stack }: { error: string; stack: string | null }) {
  return (
    <tr className={classes.why}>
      <td />
      <td colSpan={5}>
        <p>{error}</p>
        {stack ? <StackTrace stack={stack} message={error} folded /> : null}
      </td>
    </tr>
  );
}

function noteOf(job: JobDetail, attempts: readonly ShownAttempt[]): string {
  const of = (...outcomes: ShownAttempt['outcome'][]) =>
    attempts.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const parts = [
    [of('failed', 'errored', 'timed_out'), 'failed'],
    [of('interrupted', 'late'), 'interrupted'],
    [of('lost'), of('lost') === 1 ? 'worker lost' : 'workers lost'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const most = job.maxRetries > 0 ? [`at most ${job.maxRetries + 1}`] : [];
  return [...(attempts.length > 1 ? told : []), ...most].join(' · ');
}

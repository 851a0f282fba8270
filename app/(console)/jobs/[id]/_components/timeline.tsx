import { Section } from '@/components/layout/section';
import { ExactTime, RelativeTime } from '@/components/time/relative-time';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { JOB_STATUSES } from '@/lib/jobs/status';
import { attemptsOf } from './attempts';
import classes from './timeline.module.css';

interface Moment {
  at: string;
  label: string;
}

/** The job's times in order, the exact one under each. */
export function Timeline({ job }: { job: JobDetail }) {
  return (
    <Section title="Timeline">
      <ol className={classes.list}>
        {momentsOf(job).map(({ at, label }) => (
          <li key={`${label} ${at}`} className={classes.moment}>
            <span className={classes.label}>{label}</span>
            <span className={classes.relative}>
              <RelativeTime at={at} />
            </span>
            <span className={classes.exact}>
              <ExactTime at={at} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function momentsOf(job: JobDetail): Moment[] {
  const moments: (Moment | null)[] = [
    { at: job.createdAt, label: 'Created' },
    job.runAt === job.createdAt ? null : { at: job.runAt, label: 'Due' },
    ...attemptsOf(job).flatMap(({ no, startedAt, endedAt, outcome }) => [
      { at: startedAt, label: `Attempt ${no} started` },
      // The end of the last attempt is the end of the job.
      endedAt === null || endedAt === job.completedAt
        ? null
        : { at: endedAt, label: `Attempt ${no} ${outcome.replace('_', ' ')}` },
    ]),
    job.cancelAskedAt && job.cancelAskedAt !== job.completedAt
      ? { at: job.cancelAskedAt, label: `Stop asked by ${job.cancelAskedBy ?? 'the system'}` }
      : null,
    job.completedAt ? { at: job.completedAt, label: JOB_STATUSES[job.status].label } : null,
  ];
  return moments.filter((moment) => moment !== null).sort((a, b) => a.at.localeCompare(b.at));
}

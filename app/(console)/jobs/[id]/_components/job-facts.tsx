import Link from 'next/link';
import type { ReactNode } from 'react';
import { JobObject } from '@/components/job/job-object';
import { formatDuration } from '@/components/time/format-time';
import { ShortId, shortId } from '@/components/ui/short-id';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import classes from './job.module.css';

const NOTIFICATIONS = { always: 'Always', on_failure: 'When it fails', never: 'Never' };

/** What the job is, apart from how it goes. */
export function JobFacts({ job }: { job: JobDetail }) {
  return (
    <dl className={classes.facts}>
      <Fact name="Id">
        <ShortId id={job.id} />
      </Fact>
      <Fact name="Runner">
        <Link href={`/jobs?${new URLSearchParams({ runner: job.runner })}`}>
          <code>{job.runner}</code>
        </Link>
        {job.runnerKnown ? null : <span className="dim"> (not installed here)</span>}
      </Fact>
      <Fact name="Queue">
        <Link href={`/jobs?${new URLSearchParams({ queue: job.queue })}`}>{job.queue}</Link>
      </Fact>
      {job.object ? (
        <Fact name={job.object.label}>
          <JobObject object={job.object} />
        </Fact>
      ) : null}
      {job.scheduleId ? (
        <Fact name="Schedule">
          <Link href={`/schedules/${job.scheduleId}`}>{job.scheduleName ?? shortId(job.scheduleId)}</Link>
        </Fact>
      ) : null}
      {job.againOfId ? (
        <Fact name="Again of">
          <Link href={`/jobs/${job.againOfId}`}>
            <code>{shortId(job.againOfId)}</code>
          </Link>
        </Fact>
      ) : null}
      <Fact name="Started by">{job.userName ?? (job.scheduleId ? 'Its schedule' : 'The system')}</Fact>
      <Fact name="Timeout">{formatDuration(job.timeoutMs)}</Fact>
      <Fact name="Retries">{job.maxRetries === 0 ? 'None' : job.maxRetries}</Fact>
      <Fact name="Notifies">{NOTIFICATIONS[job.notifications]}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

'use client';

import { formatDuration } from '@/components/time/format-time';
import { useNow } from '@/components/time/use-now';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { paceOf, rateText } from './pace';
import classes from './state.module.css';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How far a running job is, how fast it goes and how long it may take. */
export function JobProgress({ job }: { job: JobDetail }) {
  const now = useNow();
  const elapsedMs = job.startedAt ? now - Date.parse(job.startedAt) : 0;
  const pace = paceOf(job.progressDone, job.progressTotal, elapsedMs);
  return (
    <div className={classes.progress}>
      <ProgressBar done={job.progressDone} total={job.progressTotal} label="Progress" />
      <span className={`number ${classes.far}`}>
        {farText(job)}
        <span className="dim" suppressHydrationWarning>
          {pace ? ` · ${rateText(pace.perSecond)}` : ''}
          {pace?.remainingMs ? ` · about ${roughly(pace.remainingMs)} left at this pace` : ''}
        </span>
      </span>
    </div>
  );
}

// An estimate that claims seconds of an hour claims too much.
const roughly = (ms: number): string =>
  formatDuration(ms < MINUTE ? Math.ceil(ms / (5 * SECOND)) * 5 * SECOND : Math.ceil(ms / MINUTE) * MINUTE);

function farText({ progressDone, progressTotal, progressText }: JobDetail): string {
  const count =
    progressDone === null
      ? ''
      : progressTotal === null
        ? progressDone.toLocaleString('en-GB')
        : `${progressDone.toLocaleString('en-GB')} of ${progressTotal.toLocaleString('en-GB')}`;
  // Many say the count in words of their own.
  const isSaid = progressDone !== null && progressText?.includes(String(progressDone));
  return (
    (isSaid ? progressText : [count, progressText].filter(Boolean).join(' · ')) ||
    'It has not said how far it is'
  );
}

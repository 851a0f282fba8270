import type { AttemptOutcome as Outcome } from '@/lib/db/generated/enums';
import type { JobStatus } from '@/lib/jobs/status';
import { JOB_STATUSES } from '@/lib/jobs/status';
import classes from './status.module.css';
import { StatusIcon } from './status-icon';

/** How each outcome of a try reads, and the status whose look it shares. */
const outcomes: Record<Outcome | 'running', { label: string; like: JobStatus; meaning: string }> = {
  running: { label: 'Running', like: 'running', meaning: 'A worker is at it' },
  completed: { label: 'Completed', like: 'completed', meaning: 'It returned' },
  failed: { label: 'Failed', like: 'failed', meaning: 'It reported a failure it expected' },
  errored: { label: 'Errored', like: 'errored', meaning: 'It threw' },
  timed_out: { label: 'Timed out', like: 'errored', meaning: 'It ran longer than its timeout allows' },
  cancelled: { label: 'Cancelled', like: 'cancelled', meaning: 'It was asked to stop and did' },
  interrupted: {
    label: 'Interrupted',
    like: 'scheduled',
    meaning: 'Its worker shut down and handed it back; this does not count as a failed try',
  },
  lost: { label: 'Worker lost', like: 'errored', meaning: 'Its worker went silent' },
  late: {
    label: 'Too late',
    like: 'scheduled',
    meaning: 'It ended after another worker had taken the job over, so its outcome did not count',
  },
};

/** The outcome of one try, as icon and word. */
export function AttemptOutcome({ outcome }: { outcome: Outcome | 'running' }) {
  const { label, like, meaning } = outcomes[outcome];
  return (
    <span className={classes.badge} title={meaning}>
      <StatusIcon status={like} />
      <span className={classes.word} style={{ color: `var(--ym-${JOB_STATUSES[like].colour})` }}>
        {label}
      </span>
    </span>
  );
}

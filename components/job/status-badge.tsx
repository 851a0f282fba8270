import { JOB_REASONS, JOB_STATUSES, type JobReason, type JobStatus } from '@/lib/jobs/status';
import classes from './status.module.css';
import { StatusIcon } from './status-icon';

/** A status as icon and word; what it means, and why it came to that, on hover. */
export function StatusBadge({ status, reason = null }: { status: JobStatus; reason?: JobReason | null }) {
  const { label, meaning, colour } = JOB_STATUSES[status];
  return (
    <span className={classes.badge} title={reason ? JOB_REASONS[reason] : meaning} data-status={status}>
      <StatusIcon status={status} />
      <span className={classes.word} style={{ color: `var(--ym-${colour})` }}>
        {label}
      </span>
    </span>
  );
}

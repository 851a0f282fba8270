import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBan,
  IconCalendarTime,
  IconCircleCheck,
  IconClock,
  IconLoader2,
} from '@tabler/icons-react';
import { JOB_STATUSES, type JobStatus } from '@/lib/jobs/status';
import classes from './status.module.css';

// The icons are named in the table of statuses; only these are sent to the browser.
const icons = {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBan,
  IconCalendarTime,
  IconCircleCheck,
  IconClock,
  IconLoader2,
};

/** The icon of a status in its colour; turning while a job runs. */
export function StatusIcon({ status, size = 15 }: { status: JobStatus; size?: number }) {
  const { icon, colour } = JOB_STATUSES[status];
  const Icon = icons[icon];
  return (
    <Icon
      size={size}
      stroke={1.9}
      className={status === 'running' ? classes.turning : undefined}
      style={{ color: `var(--ym-${colour})`, flex: 'none' }}
      aria-hidden
    />
  );
}

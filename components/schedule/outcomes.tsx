import Link from 'next/link';
import { StatusIcon } from '@/components/job/status-icon';
import { JOB_REASONS, JOB_STATUSES } from '@/lib/jobs/status';
import type { ScheduleOutcome } from '@/lib/schedules/rows';
import classes from './schedule.module.css';

/** The last jobs of a schedule, oldest left, each a link; the newest is also told in a word. */
export function Outcomes({ outcomes }: { outcomes: readonly ScheduleOutcome[] }) {
  const newest = outcomes[0];
  if (!newest) return <span className="dim">never ran</span>;
  return (
    <span className={classes.outcomes}>
      {outcomes
        .slice(0, 6)
        .reverse()
        .map((outcome) => (
          <Link
            key={outcome.id}
            href={`/jobs/${outcome.id}`}
            prefetch={false}
            className={classes.outcome}
            data-above
            {...told(outcome)}
          >
            <StatusIcon status={outcome.status} size={14} />
          </Link>
        ))}
      <span className={classes.word} style={{ color: `var(--ym-${JOB_STATUSES[newest.status].colour})` }}>
        {JOB_STATUSES[newest.status].label}
      </span>
    </span>
  );
}

function told({ status, reason, completedAt }: ScheduleOutcome) {
  const why = reason ? ` (${JOB_REASONS[reason].toLowerCase()})` : '';
  const words = `${JOB_STATUSES[status].label}${why}, ${completedAt.slice(0, 16).replace('T', ' ')} UTC`;
  return { title: words, 'aria-label': words };
}

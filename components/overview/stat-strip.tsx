import Link from 'next/link';
import { JOB_STATUSES } from '@/lib/jobs/status';
import type { Overview } from '@/lib/overview/queries';
import { depthText } from '@/lib/queues/depth';
import type { Ends } from '@/lib/statistics/queries';
import { STATISTICS_WINDOWS, type StatisticsWindow } from '@/lib/statistics/windows';
import classes from './overview.module.css';

/** The numbers of now in one line; each leads to its list. */
export function StatStrip(props: { overview: Overview; window: StatisticsWindow; totals: Ends | undefined }) {
  const { window, totals } = props;
  const { counts, workers } = props.overview;
  const live = workers.filter(({ state }) => state === 'live');
  const used = live.reduce((sum, { slotsUsed }) => sum + slotsUsed, 0);
  const slots = live.reduce((sum, worker) => sum + worker.slots, 0);
  return (
    <ul className={classes.strip} aria-label="Now">
      <Stat label="Running" value={depthText(counts.running)} href="/jobs?status=running" />
      <Stat label="Pending" value={depthText(counts.pending)} href="/jobs?status=pending" />
      <Stat label="Scheduled" value={depthText(counts.scheduled)} href="/jobs?status=scheduled" />
      {(['failed', 'errored'] as const).map((status) => (
        <Stat
          key={status}
          label={`${JOB_STATUSES[status].label}, ${STATISTICS_WINDOWS[window].label}`}
          value={totals ? totals[status].toLocaleString('en') : '–'}
          href={`/jobs?status=${status}&of=completed&time=${window}`}
          colour={totals?.[status] ? `var(--ym-${JOB_STATUSES[status].colour})` : undefined}
        />
      ))}
      <Stat
        label={live.length === 1 ? 'Slots used by 1 worker' : `Slots used by ${live.length} workers`}
        value={`${used} of ${slots}`}
        href="/workers"
      />
    </ul>
  );
}

function Stat(props: { label: string; value: string; href: string; colour?: string | undefined }) {
  return (
    <li>
      <Link href={props.href} className={classes.stat}>
        <span className={classes.label}>{props.label}</span>
        <span className={classes.value} style={{ color: props.colour }}>
          {props.value}
        </span>
      </Link>
    </li>
  );
}

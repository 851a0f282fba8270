import Link from 'next/link';
import type { Overview } from '@/lib/overview/queries';
import { depthText } from '@/lib/queues/depth';
import classes from './overview.module.css';

/** The numbers of now in one line; each leads to its list. */
export function StatStrip({ overview }: { overview: Overview }) {
  const { counts, failures, workers } = overview;
  const live = workers.filter(({ state }) => state === 'live');
  const used = live.reduce((sum, { slotsUsed }) => sum + slotsUsed, 0);
  const slots = live.reduce((sum, worker) => sum + worker.slots, 0);
  return (
    <ul className={classes.strip} aria-label="Now">
      <Stat label="Running" value={depthText(counts.running)} href="/jobs?status=running" />
      <Stat label="Pending" value={depthText(counts.pending)} href="/jobs?status=pending" />
      <Stat label="Scheduled" value={depthText(counts.scheduled)} href="/jobs?status=scheduled" />
      <Stat
        label="Failed, 24 h"
        value={depthText(failures.failed)}
        href="/jobs?status=failed"
        colour={failures.failed > 0 ? 'var(--ym-orange)' : undefined}
      />
      <Stat
        label="Errored, 24 h"
        value={depthText(failures.errored)}
        href="/jobs?status=errored"
        colour={failures.errored > 0 ? 'var(--ym-red)' : undefined}
      />
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

import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import { RelativeTime } from '@/components/time/relative-time';
import type { QueueSummary } from '@/lib/queues/queries';
import classes from './queue.module.css';

type QueueFacts = Pick<QueueSummary, 'pending' | 'pausedAt' | 'pausedBy' | 'pauseReason' | 'workers'>;

/** Whether a queue moves: paused by whom and why, unserved, or open. */
export function QueueState({ queue }: { queue: QueueFacts }) {
  const { pausedAt, pausedBy, pauseReason } = queue;
  if (pausedAt !== null) {
    const why = pauseReason ? `: ${pauseReason}` : '';
    return (
      <span className={classes.state} title={`Paused by ${pausedBy ?? 'the system'}${why}`}>
        <IconPlayerPause size={15} stroke={1.9} className={classes.warning} aria-hidden />
        <span className={classes.text}>
          <span className={classes.warning}>Paused</span> <RelativeTime at={pausedAt} /> by{' '}
          {pausedBy ?? 'the system'}
          <span className="dim">{why}</span>
        </span>
      </span>
    );
  }
  if (queue.workers.length === 0) {
    return (
      <span className={classes.state} title="No live worker serves this queue">
        <IconAlertTriangle
          size={15}
          stroke={1.9}
          className={queue.pending > 0 ? classes.warning : 'dim'}
          aria-hidden
        />
        <span className={queue.pending > 0 ? classes.warning : 'dim'}>No worker</span>
      </span>
    );
  }
  return <span className="dim">Open</span>;
}

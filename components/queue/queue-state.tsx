import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import { RelativeTime } from '@/components/time/relative-time';
import type { QueueSummary } from '@/lib/queues/queries';
import classes from './queue.module.css';

type QueueFacts = Pick<QueueSummary, 'pending' | 'pausedAt' | 'pausedBy' | 'pauseReason' | 'workers'>;

/** Whether a queue moves: paused by whom and why, unserved, or open. `brief` is one word. */
export function QueueState({ queue, brief = false }: { queue: QueueFacts; brief?: boolean }) {
  const { pausedAt, pausedBy, pauseReason } = queue;
  if (pausedAt !== null) {
    const by = pausedBy ?? 'the system';
    return (
      <span className={classes.state} title={`Paused by ${by}${pauseReason ? `: ${pauseReason}` : ''}`}>
        <IconPlayerPause size={15} stroke={1.9} className={classes.warning} aria-hidden />
        <span className={classes.warning}>Paused</span>
        {brief ? null : (
          <span className={classes.text}>
            <RelativeTime at={pausedAt} /> by {by}
            {pauseReason ? <span className="dim">: {pauseReason}</span> : null}
          </span>
        )}
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

import Link from 'next/link';
import { StatusIcon } from '@/components/job/status-icon';
import { Duration } from '@/components/time/relative-time';
import { JOB_STATUSES } from '@/lib/jobs/status';
import { depthText } from '@/lib/queues/depth';
import type { QueueDetail } from '@/lib/queues/queue-detail';
import classes from './queue-page.module.css';

const shown = ['pending', 'running', 'scheduled'] as const;

/** How much is in the queue, by status, and how long the first of them has waited. */
export function QueueDepths({ queue }: { queue: QueueDetail }) {
  return (
    <dl className={classes.depths}>
      {shown.map((status) => (
        <div key={status} className={classes.depth}>
          <dt>
            <StatusIcon status={status} size={14} /> {JOB_STATUSES[status].label}
          </dt>
          <dd>
            <Link href={`/jobs?queue=${encodeURIComponent(queue.name)}&status=${status}`}>
              {depthText(queue[status])}
            </Link>
          </dd>
        </div>
      ))}
      <div className={classes.depth}>
        <dt>Oldest wait</dt>
        <dd>
          <Duration from={queue.oldestDueAt} to={null} />
        </dd>
      </div>
      <div className={classes.depth}>
        <dt>Limit</dt>
        <dd>
          {queue.concurrency === null ? <span className="dim">None</span> : `${queue.concurrency} at once`}
        </dd>
      </div>
    </dl>
  );
}

import Link from 'next/link';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/layout/section';
import { Duration } from '@/components/time/relative-time';
import { depthText } from '@/lib/queues/depth';
import type { QueueSummary } from '@/lib/queues/queries';
import classes from './overview.module.css';

const columns: readonly Column<QueueSummary>[] = [
  {
    key: 'name',
    header: 'Queue',
    render: (queue) => (
      <>
        <span className="mono">{queue.name}</span> <Standstill queue={queue} />
      </>
    ),
  },
  {
    key: 'pending',
    header: 'Pending',
    width: '84px',
    narrow: '72px',
    align: 'right',
    render: ({ pending }) => depthText(pending),
  },
  {
    key: 'running',
    header: 'Running',
    width: '84px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ running }) => depthText(running),
  },
  {
    key: 'oldest',
    header: 'Oldest wait',
    width: '124px',
    narrow: '104px',
    align: 'right',
    render: ({ oldestDueAt }) => <Duration from={oldestDueAt} to={null} />,
  },
];

/** How much waits in each queue, and for how long. */
export function QueueBacklog({ queues }: { queues: readonly QueueSummary[] }) {
  return (
    <Section
      title="Backlog"
      actions={
        <Link className={classes.more} href="/queues">
          All queues
        </Link>
      }
    >
      <DataTable
        label="Backlog by queue"
        columns={columns}
        rows={queues}
        rowKey={({ name }) => name}
        rowHref={({ name }) => `/jobs?queue=${encodeURIComponent(name)}&status=pending`}
      />
    </Section>
  );
}

function Standstill({ queue: { pausedAt, workers, pending } }: { queue: QueueSummary }) {
  if (pausedAt !== null) return <span className="dim">paused</span>;
  if (workers.length > 0) return null;
  return <span className={pending > 0 ? classes.warning : 'dim'}>no worker</span>;
}

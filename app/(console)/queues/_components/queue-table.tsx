import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { QueueState } from '@/components/queue/queue-state';
import { QueueWorkers } from '@/components/queue/queue-workers';
import { Duration } from '@/components/time/relative-time';
import { depthText } from '@/lib/queues/depth';
import type { QueueSummary } from '@/lib/queues/queries';
import { QueueActions } from './queue-actions';

const columns: readonly Column<QueueSummary>[] = [
  {
    key: 'name',
    header: 'Queue',
    width: '170px',
    render: ({ name }) => <span className="mono">{name}</span>,
  },
  {
    key: 'pending',
    header: 'Pending',
    width: '92px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ pending }) => <Depth of={pending} />,
  },
  {
    key: 'oldest',
    header: 'Oldest wait',
    width: '118px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ oldestDueAt }) => <Duration from={oldestDueAt} to={null} />,
  },
  {
    key: 'running',
    header: 'Running',
    width: '88px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ running }) => <Depth of={running} />,
  },
  {
    key: 'scheduled',
    header: 'Scheduled',
    width: '100px',
    align: 'right',
    leaveOut: 'tablet',
    render: ({ scheduled }) => <Depth of={scheduled} />,
  },
  { key: 'state', header: 'State', leaveOut: 'phone', render: (queue) => <QueueState queue={queue} /> },
  {
    key: 'workers',
    header: 'Served by',
    width: '19%',
    leaveOut: 'desktop',
    render: ({ workers }) => <QueueWorkers workers={workers} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    width: '136px',
    narrow: '128px',
    align: 'right',
    render: (queue) => <QueueActions queue={queue} />,
  },
];

export function QueueTable({ queues }: { queues: readonly QueueSummary[] }) {
  return (
    <DataTable
      label="Queues"
      columns={columns}
      rows={queues}
      rowKey={({ name }) => name}
      rowHref={({ name }) => `/queues/${encodeURIComponent(name)}`}
      phoneLine={(queue) => (
        <>
          <QueueState queue={queue} brief /> · {depthText(queue.pending)} pending
          {queue.oldestDueAt ? (
            <>
              {' · '}
              <Duration from={queue.oldestDueAt} to={null} />
            </>
          ) : null}
        </>
      )}
    />
  );
}

const Depth = ({ of: count }: { of: number }) =>
  count === 0 ? <span className="dim">0</span> : <span className="number">{depthText(count)}</span>;

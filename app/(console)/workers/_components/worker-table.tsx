import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { RelativeTime } from '@/components/time/relative-time';
import { Slots } from '@/components/worker/slots';
import { WorkerState } from '@/components/worker/worker-state';
import type { WorkerSummary } from '@/lib/workers/queries';

const columns: readonly Column<WorkerSummary>[] = [
  {
    key: 'worker',
    header: 'Worker',
    width: '240px',
    render: ({ host, pid }) => <WorkerName host={host} pid={pid} />,
  },
  { key: 'state', header: 'State', narrow: '112px', render: (worker) => <WorkerState worker={worker} /> },
  {
    key: 'slots',
    header: 'Slots used',
    width: '132px',
    align: 'right',
    leaveOut: 'phone',
    render: (worker) => <Slots used={worker.slotsUsed} of={worker.slots} />,
  },
  {
    key: 'queues',
    header: 'Queues, in order',
    width: '17%',
    leaveOut: 'phone',
    render: ({ queues }) => (
      <span className="mono" title={queues.join(' ')}>
        {queues.join(' ')}
      </span>
    ),
  },
  {
    key: 'heartbeat',
    header: 'Heartbeat',
    width: '100px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ heartbeatAt }) => <RelativeTime at={heartbeatAt} />,
  },
  {
    key: 'started',
    header: 'Started',
    width: '100px',
    align: 'right',
    leaveOut: 'tablet',
    render: ({ startedAt }) => <RelativeTime at={startedAt} />,
  },
  { key: 'version', header: 'Version', width: '88px', leaveOut: 'desktop', render: ({ version }) => version },
  {
    key: 'backend',
    header: 'Transport',
    width: '96px',
    leaveOut: 'desktop',
    render: ({ backend }) => backend,
  },
];

export function WorkerTable({ label, workers }: { label: string; workers: readonly WorkerSummary[] }) {
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={workers}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/workers/${id}`}
      phoneLine={(worker) => (
        <>
          {worker.slotsUsed} of {worker.slots} slots · {worker.queues.join(' ')}
        </>
      )}
    />
  );
}

const WorkerName = ({ host, pid }: { host: string; pid: number }) => (
  <span className="mono" title={`Process ${pid} on ${host}`}>
    {host}
    <span className="dim">:{pid}</span>
  </span>
);

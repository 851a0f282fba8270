import Link from 'next/link';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/layout/section';
import { RelativeTime } from '@/components/time/relative-time';
import { Slots } from '@/components/worker/slots';
import { WorkerState } from '@/components/worker/worker-state';
import type { WorkerSummary } from '@/lib/workers/queries';
import classes from './overview.module.css';

const columns: readonly Column<WorkerSummary>[] = [
  {
    key: 'worker',
    header: 'Worker',
    render: ({ host, pid }) => <span className="mono" title={`${host}:${pid}`}>{`${host}:${pid}`}</span>,
  },
  {
    key: 'state',
    header: 'State',
    width: '30%',
    narrow: '112px',
    render: (worker) => <WorkerState worker={worker} />,
  },
  {
    key: 'slots',
    header: 'Slots used',
    width: '128px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ slots, slotsUsed }) => <Slots used={slotsUsed} of={slots} />,
  },
  {
    key: 'heartbeat',
    header: 'Heartbeat',
    width: '112px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ heartbeatAt }) => <RelativeTime at={heartbeatAt} />,
  },
];

/** The workers that are there, and how full they are. */
export function WorkerList({ workers }: { workers: readonly WorkerSummary[] }) {
  return (
    <Section
      title="Workers"
      actions={
        <Link className={classes.more} href="/workers">
          All workers
        </Link>
      }
    >
      {workers.length === 0 ? (
        <p className={classes.quiet}>
          No worker runs. Start one with <code>npm run worker</code>.
        </p>
      ) : (
        <DataTable
          label="Workers"
          columns={columns}
          rows={workers}
          rowKey={({ id }) => id}
          phoneLine={({ slots, slotsUsed, queues }) => `${slotsUsed} of ${slots} slots · ${queues.join(' ')}`}
        />
      )}
    </Section>
  );
}

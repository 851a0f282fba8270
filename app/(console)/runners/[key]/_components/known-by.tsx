import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/layout/section';
import type { RunnerWorker } from '@/lib/runners/queries';

const columns: readonly Column<RunnerWorker>[] = [
  {
    key: 'worker',
    header: 'Worker',
    width: '30%',
    render: ({ host, pid }) => <span className="mono">{`${host}:${pid}`}</span>,
  },
  {
    key: 'knows',
    header: 'Knows the runner',
    render: ({ knows }) => (knows ? 'Yes' : <span className="dim">No</span>),
  },
  {
    key: 'serves',
    header: 'Serves its queue',
    render: ({ serves }) => (serves ? 'Yes' : <span className="dim">No</span>),
  },
  {
    key: 'version',
    header: 'Version',
    leaveOut: 'phone',
    render: ({ version }) => <span className="mono">{version}</span>,
  },
];

/** Which live workers can run it: a job needs one that knows the runner and serves the queue it is in. */
export function KnownBy({ workers }: { workers: readonly RunnerWorker[] }) {
  if (workers.length === 0) return null;
  const knowing = workers.filter(({ knows }) => knows).length;
  return (
    <Section title="Workers" note={`${knowing} of ${workers.length} live workers know it`}>
      <DataTable
        label="Live workers"
        columns={columns}
        rows={workers}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/workers/${id}`}
      />
    </Section>
  );
}

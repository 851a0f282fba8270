import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/layout/section';
import { Duration } from '@/components/time/relative-time';
import type { WorkerJob, WorkerSummary } from '@/lib/workers/queries';

type Row = WorkerJob & { worker: string };

const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Job', render: ({ name }) => name },
  {
    key: 'progress',
    header: 'Progress',
    width: '110px',
    align: 'right',
    leaveOut: 'phone',
    render: (row) => progressText(row) ?? <span className="dim">–</span>,
  },
  {
    key: 'since',
    header: 'For',
    width: '120px',
    narrow: '96px',
    align: 'right',
    render: ({ startedAt }) => <Duration from={startedAt} to={null} />,
  },
  {
    key: 'queue',
    header: 'Queue',
    width: '180px',
    leaveOut: 'phone',
    render: ({ queue }) => <span className="mono">{queue}</span>,
  },
  {
    key: 'worker',
    header: 'Worker',
    width: '240px',
    leaveOut: 'phone',
    render: ({ worker }) => <span className="mono">{worker}</span>,
  },
];

/** What the workers run now, longest first. */
export function RunningTable({ workers }: { workers: readonly WorkerSummary[] }) {
  const rows = workers
    .flatMap(({ jobs, host, pid }) => jobs.map((job): Row => ({ ...job, worker: `${host}:${pid}` })))
    .sort((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? ''));
  if (rows.length === 0) return null;
  const used = workers.reduce((sum, { slotsUsed }) => sum + slotsUsed, 0);
  return (
    <Section
      title="Running now"
      note={used > rows.length ? `${rows.length} of ${used}: the oldest 20 of each worker` : rows.length}
    >
      <DataTable
        label="Running jobs"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/jobs/${id}`}
        phoneLine={({ worker, ...row }) => `${worker}${progressText(row) ? ` · ${progressText(row)}` : ''}`}
      />
    </Section>
  );
}

function progressText({
  progressDone,
  progressTotal,
}: Pick<Row, 'progressDone' | 'progressTotal'>): string | null {
  if (progressDone === null) return null;
  if (!progressTotal) return progressDone.toLocaleString('en');
  return `${Math.min(100, Math.floor((progressDone / progressTotal) * 100))} %`;
}

import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { RelativeTime } from '@/components/time/relative-time';
import type { RunnerSummary } from '@/lib/runners/queries';
import { LastJob } from './last-job';

const columns: readonly Column<RunnerSummary>[] = [
  { key: 'name', header: 'Runner', width: '24%', render: ({ name }) => name },
  {
    key: 'description',
    header: 'What it does',
    leaveOut: 'desktop',
    render: ({ description }) => description,
  },
  {
    key: 'plugin',
    header: 'Plugin',
    width: '130px',
    leaveOut: 'phone',
    render: ({ plugin }) => plugin,
  },
  { key: 'queue', header: 'Queue', width: '110px', leaveOut: 'tablet', render: ({ queue }) => queue },
  {
    key: 'last',
    header: 'Last job',
    width: '200px',
    leaveOut: 'phone',
    render: ({ lastJob }) => <LastJob job={lastJob} />,
  },
  {
    key: 'next',
    header: 'Next run',
    width: '110px',
    leaveOut: 'phone',
    render: ({ nextRunAt }) => (nextRunAt ? <RelativeTime at={nextRunAt} /> : null),
  },
];

export function RunnerTable({ runners }: { runners: readonly RunnerSummary[] }) {
  return (
    <DataTable
      label="Runners"
      columns={columns}
      rows={runners}
      rowKey={({ key }) => key}
      rowHref={({ key }) => `/runners/${key}`}
      phoneLine={({ lastJob }) => <LastJob job={lastJob} />}
    />
  );
}

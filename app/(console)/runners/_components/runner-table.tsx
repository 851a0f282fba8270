import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { RelativeTime } from '@/components/time/relative-time';
import type { RunnerSummary } from '@/lib/runners/queries';
import type { RunnerEnds } from '@/lib/statistics/runner-ends';
import { RUNNERS_WINDOW, STATISTICS_WINDOWS } from '@/lib/statistics/windows';
import { LastJob } from './last-job';
import { RunTime, Success } from './success';

type Ends = Readonly<Record<string, RunnerEnds>>;

const SPAN = STATISTICS_WINDOWS[RUNNERS_WINDOW].label;

const columnsFor = (ends: Ends): readonly Column<RunnerSummary>[] => [
  { key: 'name', header: 'Runner', width: '22%', render: ({ name }) => name },
  {
    key: 'description',
    header: 'What it does',
    leaveOut: 'wide',
    render: ({ description }) => description,
  },
  { key: 'plugin', header: 'Plugin', leaveOut: 'tablet', render: ({ plugin }) => plugin },
  { key: 'queue', header: 'Queue', width: '100px', leaveOut: 'desktop', render: ({ queue }) => queue },
  {
    key: 'success',
    header: `Success, ${SPAN}`,
    width: '108px',
    narrow: '96px',
    align: 'right',
    render: ({ key }) => <Success ends={ends[key]} />,
  },
  {
    key: 'p50',
    header: 'Median',
    width: '92px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ key }) => <RunTime run={ends[key]?.run} share="p50" />,
  },
  {
    key: 'p95',
    header: 'p95',
    width: '92px',
    align: 'right',
    leaveOut: 'tablet',
    render: ({ key }) => <RunTime run={ends[key]?.run} share="p95" />,
  },
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
    width: '100px',
    leaveOut: 'tablet',
    render: ({ nextRunAt }) => (nextRunAt ? <RelativeTime at={nextRunAt} /> : null),
  },
];

export function RunnerTable({ runners, ends }: { runners: readonly RunnerSummary[]; ends: Ends }) {
  return (
    <DataTable
      label="Runners"
      columns={columnsFor(ends)}
      rows={runners}
      rowKey={({ key }) => key}
      rowHref={({ key }) => `/runners/${key}`}
      phoneLine={({ lastJob }) => <LastJob job={lastJob} />}
    />
  );
}

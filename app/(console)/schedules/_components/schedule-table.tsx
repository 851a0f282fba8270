import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { JobObject } from '@/components/job/job-object';
import { NextRun } from '@/components/schedule/next-run';
import { Outcomes } from '@/components/schedule/outcomes';
import type { ScheduleSummary } from '@/lib/schedules/rows';
import { ScheduleActions } from './schedule-actions';

const columns: readonly Column<ScheduleSummary>[] = [
  { key: 'name', header: 'Schedule', width: '26%', render: ({ name }) => name },
  {
    key: 'rhythm',
    header: 'When',
    leaveOut: 'phone',
    render: ({ rhythm, cron }) => <span title={cron ?? rhythm}>{rhythm}</span>,
  },
  {
    key: 'next',
    header: 'Next run',
    width: '144px',
    leaveOut: 'phone',
    render: (row) => <NextRun schedule={row} />,
  },
  {
    key: 'outcomes',
    header: 'Last outcomes',
    width: '210px',
    leaveOut: 'tablet',
    render: ({ outcomes }) => <Outcomes outcomes={outcomes} />,
  },
  {
    key: 'object',
    header: 'About',
    width: '16%',
    leaveOut: 'desktop',
    render: ({ object }) => (object ? <JobObject object={object} /> : null),
  },
  {
    key: 'actions',
    header: 'Actions',
    width: '104px',
    narrow: '88px',
    align: 'right',
    render: (row) => <ScheduleActions schedule={row} />,
  },
];

export function ScheduleTable({ schedules }: { schedules: readonly ScheduleSummary[] }) {
  return (
    <DataTable
      label="Schedules"
      columns={columns}
      rows={schedules}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/schedules/${id}`}
      phoneLine={(row) => (
        <>
          <NextRun schedule={row} /> · {row.rhythm}
        </>
      )}
    />
  );
}

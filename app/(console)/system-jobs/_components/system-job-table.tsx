import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { NextRun } from '@/components/schedule/next-run';
import { Outcomes } from '@/components/schedule/outcomes';
import { RelativeTime } from '@/components/time/relative-time';
import type { SystemJob } from '@/lib/schedules/system-jobs';
import { InForce } from './in-force';
import { SystemJobActions } from './system-job-actions';

const columns: readonly Column<SystemJob>[] = [
  {
    key: 'name',
    header: 'System job',
    width: '16%',
    render: ({ name, runner }) => <span title={runner}>{name}</span>,
  },
  { key: 'plugin', header: 'Plugin', width: '100px', leaveOut: 'desktop', render: ({ plugin }) => plugin },
  {
    key: 'code',
    header: 'Code says',
    width: '11%',
    leaveOut: 'tablet',
    render: ({ codeRhythm }) => codeRhythm,
  },
  {
    key: 'force',
    header: 'In force',
    leaveOut: 'phone',
    render: (job) => <InForce job={job} />,
  },
  {
    key: 'last',
    header: 'Last run',
    width: '84px',
    leaveOut: 'desktop',
    render: ({ outcomes }) => <RelativeTime at={outcomes[0]?.completedAt ?? null} empty="never" />,
  },
  {
    key: 'next',
    header: 'Next run',
    width: '110px',
    leaveOut: 'phone',
    render: (job) => <NextRun schedule={job} />,
  },
  {
    key: 'outcomes',
    header: 'Last outcomes',
    width: '210px',
    leaveOut: 'tablet',
    render: ({ outcomes }) => <Outcomes outcomes={outcomes} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    width: '150px',
    narrow: '148px',
    align: 'right',
    render: (job) => <SystemJobActions job={job} />,
  },
];

/** Every system job: what its code says, what is in force, how it goes. */
export function SystemJobTable({ jobs }: { jobs: readonly SystemJob[] }) {
  return (
    <DataTable
      label="System jobs"
      columns={columns}
      rows={jobs}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/schedules/${id}`}
      phoneLine={(job) => (
        <>
          <InForce job={job} /> · <NextRun schedule={job} />
        </>
      )}
    />
  );
}

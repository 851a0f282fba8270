import Link from 'next/link';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { StatusBadge } from '@/components/job/status-badge';
import { Section } from '@/components/layout/section';
import { RelativeTime } from '@/components/time/relative-time';
import { JOB_STATUSES } from '@/lib/jobs/status';
import type { FailedJob } from '@/lib/overview/reads';
import classes from './overview.module.css';

const columns: readonly Column<FailedJob>[] = [
  {
    key: 'status',
    header: 'Status',
    width: '108px',
    leaveOut: 'phone',
    render: ({ status, reason }) => <StatusBadge status={status} reason={reason} />,
  },
  { key: 'name', header: 'Job', width: '28%', render: ({ name }) => name },
  { key: 'error', header: 'Error', leaveOut: 'phone', render: ({ error }) => error ?? '–' },
  {
    key: 'at',
    header: 'Ended',
    width: '118px',
    narrow: '104px',
    align: 'right',
    render: ({ completedAt }) => <RelativeTime at={completedAt} />,
  },
];

/** The jobs that failed or errored last. */
export function FailureTable({ failures }: { failures: readonly FailedJob[] }) {
  return (
    <Section
      title="Newest failures"
      actions={
        <Link className={classes.more} href="/jobs?status=failed,errored">
          All failures
        </Link>
      }
    >
      {failures.length === 0 ? (
        <p className={classes.quiet}>No job has failed yet.</p>
      ) : (
        <DataTable
          label="Newest failures"
          columns={columns}
          rows={failures}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/jobs/${id}`}
          linkColumn="name"
          phoneLine={({ error, status }) => `${JOB_STATUSES[status].label}: ${error ?? 'no message'}`}
        />
      )}
    </Section>
  );
}

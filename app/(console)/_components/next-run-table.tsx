import Link from 'next/link';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/layout/section';
import { RelativeTime } from '@/components/time/relative-time';
import type { NextRun } from '@/lib/overview/queries';
import classes from './overview.module.css';

const columns: readonly Column<NextRun>[] = [
  { key: 'name', header: 'Job', render: ({ name }) => name },
  {
    key: 'why',
    header: 'Because',
    width: '120px',
    leaveOut: 'phone',
    render: (run) => <span className="dim">{whyOf(run)}</span>,
  },
  {
    key: 'queue',
    header: 'Queue',
    width: '148px',
    leaveOut: 'phone',
    render: ({ queue }) => <span className="mono">{queue}</span>,
  },
  {
    key: 'at',
    header: 'Due',
    width: '118px',
    narrow: '104px',
    align: 'right',
    render: ({ runAt }) => <RelativeTime at={runAt} />,
  },
];

/** What falls due next. */
export function NextRunTable({ runs }: { runs: readonly NextRun[] }) {
  return (
    <Section
      title="Next runs"
      actions={
        <Link className={classes.more} href="/schedules">
          All schedules
        </Link>
      }
    >
      {runs.length === 0 ? (
        <p className={classes.quiet}>Nothing is scheduled.</p>
      ) : (
        <DataTable
          label="Next runs"
          columns={columns}
          rows={runs}
          rowKey={({ id }) => id}
          rowHref={({ id, scheduleId }) => (scheduleId ? `/schedules/${scheduleId}` : `/jobs/${id}`)}
          phoneLine={(run) => `${whyOf(run)} · ${run.queue}`}
        />
      )}
    </Section>
  );
}

function whyOf({ scheduleId, attemptNo }: NextRun): string {
  if (attemptNo > 0) return `try ${attemptNo + 1}`;
  return scheduleId ? 'schedule' : 'set for then';
}

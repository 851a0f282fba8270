import Link from 'next/link';
import { BulkButtons } from '@/components/bulk/bulk-buttons';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { StatusIcon } from '@/components/job/status-icon';
import { Section } from '@/components/layout/section';
import { formatExact } from '@/components/time/format-time';
import { RelativeTime } from '@/components/time/relative-time';
import { useInBrowser } from '@/components/time/use-now';
import type { FailureGroup } from '@/lib/failures/queries';
import { NO_FILTER } from '@/lib/jobs/job-filter';
import { JOB_STATUSES } from '@/lib/jobs/status';
import { depthText } from '@/lib/queues/depth';
import { STATISTICS_WINDOWS, type StatisticsWindow } from '@/lib/statistics/windows';
import classes from './overview.module.css';

const columns: readonly Column<FailureGroup>[] = [
  {
    key: 'error',
    header: 'Error',
    render: ({ error, status, runner }) => (
      <span className={classes.group} title={`${error}\n${runner}`}>
        <StatusIcon status={status} />
        <span className={classes.error}>{error || `${JOB_STATUSES[status].label} without a word`}</span>
      </span>
    ),
  },
  {
    key: 'runner',
    header: 'Runner',
    width: '28%',
    leaveOut: 'wide',
    render: ({ runner }) => <span className="mono dim">{runner}</span>,
  },
  {
    key: 'jobs',
    header: 'Failed now',
    width: '88px',
    narrow: '84px',
    align: 'right',
    render: ({ failedNow, count, firstSeenAt }) => <FailedNow {...{ failedNow, count, firstSeenAt }} />,
  },
  {
    key: 'seen',
    header: 'Last seen',
    width: '94px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} />,
  },
  {
    key: 'retry',
    header: '',
    width: '98px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ failedNow, fingerprint }) =>
      failedNow > 0 ? (
        <span data-above>
          <BulkButtons filter={{ ...NO_FILTER, fingerprint }} verbs={['retry']} suffix="all" />
        </span>
      ) : null,
  },
];

/** What fails, gathered: one line for all jobs that fail in the same way, and they can be retried together. */
export function FailureGroups(props: { groups: readonly FailureGroup[]; window: StatisticsWindow }) {
  const { groups, window } = props;
  const { title } = STATISTICS_WINDOWS[window];
  return (
    <Section
      title="What fails"
      note={title}
      actions={
        <Link className={classes.more} href={`/jobs?status=failed,errored&of=completed&time=${window}`}>
          All failures
        </Link>
      }
    >
      {groups.length === 0 ? (
        <p className={classes.quiet}>No job has failed in {title}.</p>
      ) : (
        <DataTable
          label="Failures that have the same cause"
          columns={columns}
          rows={groups}
          rowKey={({ runner, fingerprint }) => `${runner} ${fingerprint}`}
          rowHref={({ fingerprint }) => `/jobs?fingerprint=${fingerprint}`}
          phoneLine={({ runner, count }) => `${runner} · ${count.toLocaleString('en-GB')} in all`}
        />
      )}
    </Section>
  );
}

function FailedNow({
  failedNow,
  count,
  firstSeenAt,
}: Pick<FailureGroup, 'failedNow' | 'count' | 'firstSeenAt'>) {
  const inBrowser = useInBrowser();
  const since = inBrowser ? formatExact(Date.parse(firstSeenAt)) : firstSeenAt;
  const title = `${count.toLocaleString('en-GB')} failed so since ${since}; ${depthText(failedNow)} of them are failed now`;
  return <span title={title}>{depthText(failedNow)}</span>;
}

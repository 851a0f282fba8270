import type { Column } from '@/components/data-table/column';
import { Duration, RelativeTime } from '@/components/time/relative-time';
import { shortId } from '@/components/ui/short-id';
import type { SortKey } from '@/lib/jobs/job-sort';
import type { JobSummary } from '@/lib/jobs/queries/job-summary';
import { JOB_REASONS } from '@/lib/jobs/status';
import { JobDetailCell } from './job-detail-cell';
import { JobObject } from './job-object';
import { StatusBadge } from './status-badge';

export interface JobColumn extends Column<JobSummary> {
  /** What the list can be sorted by where this column is shown. */
  sortKey?: SortKey;
  /** Shown unless the reader chose otherwise. */
  usual?: boolean;
}

/** With more columns than these, each gets an equal share. */
const MOST_AT_WIDTH = 9;

const id = (value: string | null) =>
  value ? (
    <code className="dim" title={value}>
      {shortId(value)}
    </code>
  ) : null;

/** The columns of every list of jobs. */
export const jobColumns: readonly JobColumn[] = [
  {
    key: 'status',
    header: 'Status',
    width: '126px',
    leaveOut: 'phone',
    usual: true,
    render: (job) => <StatusBadge status={job.status} reason={job.reason} />,
  },
  { key: 'name', header: 'Job', width: '20%', usual: true, render: (job) => job.name },
  {
    key: 'object',
    header: 'About',
    width: '13%',
    leaveOut: 'desktop',
    usual: true,
    render: (job) => (job.object ? <JobObject object={job.object} /> : null),
  },
  {
    key: 'detail',
    header: 'Detail',
    leaveOut: 'phone',
    usual: true,
    render: (job) => <JobDetailCell job={job} />,
  },
  {
    key: 'queue',
    header: 'Queue',
    width: '104px',
    leaveOut: 'tablet',
    usual: true,
    render: (job) => job.queue,
  },
  { key: 'runner', header: 'Runner', width: '15%', leaveOut: 'phone', render: (job) => job.runner },
  {
    key: 'reason',
    header: 'Reason',
    width: '15%',
    leaveOut: 'phone',
    render: (job) => (job.reason ? JOB_REASONS[job.reason] : null),
  },
  { key: 'user', header: 'Started by', width: '120px', leaveOut: 'phone', render: (job) => job.userName },
  {
    key: 'worker',
    header: 'Worker',
    width: '140px',
    leaveOut: 'phone',
    render: (job) => id(job.workerId),
  },
  {
    key: 'attempts',
    header: 'Attempts',
    width: '72px',
    align: 'right',
    leaveOut: 'desktop',
    usual: true,
    render: (job) => (job.attemptNo === 0 ? null : `${job.attemptNo} of ${job.maxRetries + 1}`),
  },
  {
    key: 'wait',
    header: 'Waited',
    width: '88px',
    align: 'right',
    leaveOut: 'phone',
    sortKey: 'wait',
    render: (job) => <Duration from={job.startedAt && job.runAt} to={job.startedAt} empty="" />,
  },
  {
    key: 'duration',
    header: 'Took',
    width: '96px',
    align: 'right',
    leaveOut: 'tablet',
    usual: true,
    sortKey: 'duration',
    render: (job) => <Duration from={job.startedAt} to={job.completedAt ?? endOf(job)} empty="" />,
  },
  {
    key: 'started',
    header: 'Started',
    width: '108px',
    align: 'right',
    leaveOut: 'phone',
    sortKey: 'started',
    render: (job) => <RelativeTime at={job.startedAt} empty="" />,
  },
  {
    key: 'completed',
    header: 'Ended',
    width: '108px',
    align: 'right',
    leaveOut: 'phone',
    sortKey: 'completed',
    render: (job) => <RelativeTime at={job.completedAt} empty="" />,
  },
  {
    key: 'due',
    header: 'Due',
    width: '108px',
    align: 'right',
    leaveOut: 'phone',
    render: (job) => <RelativeTime at={job.runAt} />,
  },
  {
    key: 'created',
    header: 'Created',
    width: '108px',
    narrow: '96px',
    align: 'right',
    usual: true,
    sortKey: 'created',
    render: (job) => <RelativeTime at={job.createdAt} />,
  },
  {
    key: 'id',
    header: 'Id',
    width: '140px',
    leaveOut: 'wide',
    usual: true,
    render: (job) => id(job.id),
  },
];

/** The columns with these keys, in their own order; none of them: the usual ones. The name is always there: it leads to the job. */
export function chosenColumns(keys: readonly string[]): readonly JobColumn[] {
  const known = keys.filter((key) => jobColumns.some((column) => column.key === key));
  if (known.length === 0) return jobColumns.filter(({ usual }) => usual);
  const chosen = jobColumns.filter(({ key }) => key === 'name' || known.includes(key));
  // Who chooses a column wants it on this screen, whatever its width; a phone has room for the name and one more.
  return chosen.map(({ width, ...column }) => ({
    ...column,
    ...(chosen.length > MOST_AT_WIDTH || width === undefined ? {} : { width }),
    ...(column.key === 'name' ? {} : { leaveOut: 'phone' as const }),
  }));
}

// A job that waits for its next try has stopped running, whatever its first start was.
const endOf = (job: JobSummary): string | null => (job.status === 'running' ? null : job.startedAt);

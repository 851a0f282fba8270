import type { Column } from '@/components/data-table/column';
import { Duration, RelativeTime } from '@/components/time/relative-time';
import { shortId } from '@/components/ui/short-id';
import type { JobSummary } from '@/lib/jobs/queries/job-summary';
import { JobDetailCell } from './job-detail-cell';
import { JobObject } from './job-object';
import { StatusBadge } from './status-badge';

/** The columns of every list of jobs. */
export const jobColumns: readonly Column<JobSummary>[] = [
  {
    key: 'status',
    header: 'Status',
    width: '126px',
    leaveOut: 'phone',
    render: (job) => <StatusBadge status={job.status} reason={job.reason} />,
  },
  { key: 'name', header: 'Job', width: '20%', render: (job) => job.name },
  {
    key: 'object',
    header: 'About',
    width: '13%',
    leaveOut: 'desktop',
    render: (job) => (job.object ? <JobObject object={job.object} /> : null),
  },
  { key: 'detail', header: 'Detail', leaveOut: 'phone', render: (job) => <JobDetailCell job={job} /> },
  { key: 'queue', header: 'Queue', width: '104px', leaveOut: 'tablet', render: (job) => job.queue },
  {
    key: 'attempts',
    header: 'Attempts',
    width: '64px',
    align: 'right',
    leaveOut: 'desktop',
    render: (job) => (job.attemptNo === 0 ? null : `${job.attemptNo} of ${job.maxRetries + 1}`),
  },
  {
    key: 'duration',
    header: 'Took',
    width: '96px',
    align: 'right',
    leaveOut: 'tablet',
    render: (job) => <Duration from={job.startedAt} to={job.completedAt ?? endOf(job)} empty="" />,
  },
  {
    key: 'created',
    header: 'Created',
    width: '100px',
    narrow: '96px',
    align: 'right',
    render: (job) => <RelativeTime at={job.createdAt} />,
  },
  {
    key: 'id',
    header: 'Id',
    width: '140px',
    leaveOut: 'wide',
    render: (job) => (
      <code className="dim" title={job.id}>
        {shortId(job.id)}
      </code>
    ),
  },
];

// A job that waits for its next try has stopped running, whatever its first start was.
const endOf = (job: JobSummary): string | null => (job.status === 'running' ? null : job.startedAt);

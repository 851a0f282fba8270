import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { AttemptOutcome } from '@/components/job/attempt-outcome';
import { Section } from '@/components/layout/section';
import { Duration, RelativeTime } from '@/components/time/relative-time';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { attemptsOf, type ShownAttempt } from './attempts';
import { WorkerName } from './worker-name';

const columns: readonly Column<ShownAttempt>[] = [
  { key: 'no', header: 'Attempt', width: '72px', narrow: '52px', render: (row) => row.no },
  {
    key: 'outcome',
    header: 'Outcome',
    width: '130px',
    narrow: '130px',
    render: (row) => <AttemptOutcome outcome={row.outcome} />,
  },
  {
    key: 'error',
    header: 'Error',
    leaveOut: 'phone',
    render: (row) => row.error?.split('\n', 1)[0] ?? null,
  },
  {
    key: 'worker',
    header: 'Worker',
    width: '190px',
    leaveOut: 'phone',
    render: (row) => <WorkerName worker={row.worker} />,
  },
  {
    key: 'took',
    header: 'Took',
    width: '96px',
    align: 'right',
    render: (row) => <Duration from={row.startedAt} to={row.endedAt} />,
  },
  {
    key: 'started',
    header: 'Started',
    width: '110px',
    align: 'right',
    render: (row) => <RelativeTime at={row.startedAt} />,
  },
];

/** Every attempt at the job, the one under way included, newest first. */
export function AttemptsSection({ job }: { job: JobDetail }) {
  const rows = attemptsOf(job).toReversed();
  if (rows.length === 0) return null;
  return (
    <Section title="Attempts" note={job.maxRetries > 0 ? `at most ${job.maxRetries + 1}` : undefined}>
      <DataTable label="Attempts" columns={columns} rows={rows} rowKey={(row) => String(row.no)} />
    </Section>
  );
}

import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { AttemptOutcome } from '@/components/job/attempt-outcome';
import { Section } from '@/components/layout/section';
import { Duration, RelativeTime } from '@/components/time/relative-time';
import { EmptyFace } from '@/components/ui/empty-face';
import type { WorkerAttempt, WorkerDetail } from '@/lib/workers/worker-detail';

const columns: readonly Column<WorkerAttempt>[] = [
  {
    key: 'outcome',
    header: 'Outcome',
    width: '140px',
    leaveOut: 'phone',
    render: ({ outcome }) => <AttemptOutcome outcome={outcome} />,
  },
  { key: 'name', header: 'Job', width: '26%', render: ({ name }) => name },
  { key: 'error', header: 'Error', leaveOut: 'tablet', render: ({ error }) => error ?? '' },
  {
    key: 'no',
    header: 'Attempt',
    width: '84px',
    align: 'right',
    leaveOut: 'tablet',
    render: ({ no }) => <span className="number">{no}</span>,
  },
  {
    key: 'queue',
    header: 'Queue',
    width: '130px',
    leaveOut: 'phone',
    render: ({ queue }) => <span className="mono">{queue}</span>,
  },
  {
    key: 'took',
    header: 'Took',
    width: '110px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ startedAt, endedAt }) => <Duration from={startedAt} to={endedAt} />,
  },
  {
    key: 'ended',
    header: 'Ended',
    width: '110px',
    narrow: '96px',
    align: 'right',
    render: ({ endedAt }) => <RelativeTime at={endedAt} />,
  },
];

/** The attempts that a worker made last. */
export function LatelyTable({ worker: { lately } }: { worker: WorkerDetail }) {
  return (
    <Section
      title="Ran lately"
      note={lately.length === 0 ? undefined : `the last ${lately.length}, newest first`}
    >
      {lately.length === 0 ? (
        <EmptyFace title="Nothing yet">
          The attempts that this worker has brought to an end stand here.
        </EmptyFace>
      ) : (
        <DataTable
          label="Attempts of this worker"
          columns={columns}
          rows={lately}
          rowKey={({ jobId, no }) => `${jobId}.${no}`}
          rowHref={({ jobId }) => `/jobs/${jobId}`}
          linkColumn="name"
          phoneLine={({ outcome }) => <AttemptOutcome outcome={outcome} />}
        />
      )}
    </Section>
  );
}

import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/layout/section';
import { Slots } from '@/components/worker/slots';
import type { ServingWorker } from '@/lib/queues/queue-detail';

const columnsFor = (queue: string): readonly Column<ServingWorker>[] => [
  {
    key: 'worker',
    header: 'Worker',
    width: '260px',
    render: ({ host, pid }) => <span className="mono">{`${host}:${pid}`}</span>,
  },
  {
    key: 'place',
    header: 'Its turn',
    narrow: '130px',
    render: ({ place, queues }) => placeText(place, queues.length),
  },
  {
    key: 'before',
    header: 'Served before it',
    leaveOut: 'phone',
    render: ({ queues, place }) =>
      place === 1 ? (
        <span className="dim">Nothing</span>
      ) : (
        <span className="mono">{queues.slice(0, queues.indexOf(queue)).join(' ')}</span>
      ),
  },
  {
    key: 'slots',
    header: 'Slots used',
    width: '140px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ slots, slotsUsed }) => <Slots used={slotsUsed} of={slots} />,
  },
  {
    key: 'asked',
    header: 'State',
    width: '110px',
    leaveOut: 'tablet',
    render: ({ asked }) => (asked === 'quiet' ? 'Quiet' : asked === 'stop' ? 'Stopping' : 'Takes jobs'),
  },
];

/** Which live workers serve the queue, and what each of them serves before it. */
export function ServingWorkers({ workers, queue }: { workers: readonly ServingWorker[]; queue: string }) {
  if (workers.length === 0) return null;
  return (
    <Section
      title="Served by"
      note="While a queue that is served before holds a job, none of this one starts there."
    >
      <DataTable
        label="Workers of this queue"
        columns={columnsFor(queue)}
        rows={workers}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/workers/${id}`}
        phoneLine={({ slots, slotsUsed }) => `${slotsUsed} of ${slots} slots used`}
      />
    </Section>
  );
}

function placeText(place: number, of: number): string {
  if (of === 1) return 'Only this one';
  if (place === 1) return `First of ${of}`;
  return place === of ? `Last of ${of}` : `Number ${place} of ${of}`;
}

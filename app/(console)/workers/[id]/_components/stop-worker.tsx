import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import type { WorkerDetail } from '@/lib/workers/worker-detail';
import { stopWorkerAction } from '../../actions';

interface StopWorkerProps {
  worker: WorkerDetail;
  opened: boolean;
  onClose: () => void;
}

/** Ends a worker process, once somebody has read what that means. */
export function StopWorker({ worker, opened, onClose }: StopWorkerProps) {
  const { id, host, pid, slotsUsed, queues } = worker;
  const name = `${host}:${pid}`;
  const { run } = useAction(stopWorkerAction, {
    done: () => ({
      title: `${name} is stopping`,
      text: slotsUsed > 0 ? 'It waits for what it runs first.' : undefined,
    }),
    failed: `Could not stop ${name}`,
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Stop the worker ${name}?`}
      verb="Stop the worker"
      dangerous
      onConfirm={() => run({ id })}
    >
      It takes no job any more and its process ends.
      {slotsUsed > 0
        ? ` ${slotsUsed} running on it may end within its shutdown timeout; the rest is handed back and runs elsewhere, and no attempt is counted.`
        : ''}{' '}
      It can't be started from here: whatever started it may do so again, or{' '}
      <code>npm run worker -- {queues.join(' ')}</code> on its host.
    </ConfirmDialog>
  );
}

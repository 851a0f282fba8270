import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { depthText } from '@/lib/queues/depth';
import type { QueueDetail } from '@/lib/queues/queue-detail';
import type { Failure } from '@/lib/web/result';
import { clearQueueAction } from '../../actions';

interface ClearQueueProps {
  queue: QueueDetail;
  opened: boolean;
  onClose: () => void;
}

/** Cancels all that waits in a queue, once somebody has read what that means. */
export function ClearQueue({
  queue: { name, pending, running, scheduled },
  opened,
  onClose,
}: ClearQueueProps) {
  const queryClient = useQueryClient();
  const clear = async (reason: string | undefined): Promise<Failure | null> => {
    let cancelled = 0;
    for (let more = true; more; ) {
      const result = await clearQueueAction({ queue: name, reason });
      if (!result.ok) return result.error;
      cancelled += result.data.cancelled;
      more = result.data.more;
    }
    const words =
      cancelled === 1 ? 'One job was cancelled' : `${cancelled.toLocaleString('en')} jobs were cancelled`;
    notifications.show({ title: `${name} is cleared`, message: `${words}.` });
    void queryClient.invalidateQueries();
    return null;
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Clear the queue ${name}?`}
      verb={pending === 1 ? 'Cancel its job' : `Cancel ${depthText(pending)} jobs`}
      dangerous
      reason={{ label: 'Why (everyone sees it)', placeholder: 'Made by mistake' }}
      onConfirm={clear}
    >
      {depthText(pending)} pending {pending === 1 ? 'job is' : 'jobs are'} cancelled, and so is what arrives
      meanwhile. Each can be retried one by one or from the list of jobs; there is no other way back.
      {running > 0 ? ` ${depthText(running)} running now go on.` : ''}
      {scheduled > 0 ? ` ${depthText(scheduled)} scheduled for later stay.` : ''}
    </ConfirmDialog>
  );
}

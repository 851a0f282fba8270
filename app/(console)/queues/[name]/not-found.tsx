import { NotFoundFace } from '@/components/ui/not-found-face';

export default function QueueNotFound() {
  return (
    <NotFoundFace title="There is no such queue" back={{ href: '/queues', label: 'To all queues' }}>
      No plugin declares it, no worker serves it and no job waits in it.
    </NotFoundFace>
  );
}

import { NotFoundFace } from '@/components/ui/not-found-face';

export default function WorkerNotFound() {
  return (
    <NotFoundFace title="There is no such worker" back={{ href: '/workers', label: 'To all workers' }}>
      Each start of a worker has an address of its own; housekeeping removes those that ended long ago.
    </NotFoundFace>
  );
}

import { NotFoundFace } from '@/components/ui/not-found-face';

export default function JobNotFound() {
  return (
    <NotFoundFace title="There is no such job" back={{ href: '/jobs', label: 'To all jobs' }}>
      It was deleted, retention removed it, or the address is mistyped.
    </NotFoundFace>
  );
}

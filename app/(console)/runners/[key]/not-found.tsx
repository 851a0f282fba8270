import { NotFoundFace } from '@/components/ui/not-found-face';

export default function RunnerNotFound() {
  return (
    <NotFoundFace title="No such runner" back={{ href: '/runners', label: 'All runners' }}>
      No plugin here provides it, or the address is not quite right.
    </NotFoundFace>
  );
}

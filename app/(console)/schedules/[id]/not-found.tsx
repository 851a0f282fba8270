import { NotFoundFace } from '@/components/ui/not-found-face';

export default function ScheduleNotFound() {
  return (
    <NotFoundFace title="No such schedule" back={{ href: '/schedules', label: 'All schedules' }}>
      It was deleted, or the address is not quite right.
    </NotFoundFace>
  );
}

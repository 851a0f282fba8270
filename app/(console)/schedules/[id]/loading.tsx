import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function ScheduleLoading() {
  return (
    <>
      <PageHeader title="Schedule" parent={{ href: '/schedules', label: 'Schedules' }} />
      <SkeletonRows />
    </>
  );
}

import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function NewScheduleLoading() {
  return (
    <>
      <PageHeader title="New schedule" parent={{ href: '/schedules', label: 'Schedules' }} />
      <SkeletonRows />
    </>
  );
}

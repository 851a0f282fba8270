import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function SchedulesLoading() {
  return (
    <>
      <PageHeader title="Schedules" />
      <SkeletonRows rows={12} />
    </>
  );
}

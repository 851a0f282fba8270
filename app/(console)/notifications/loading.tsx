import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function NotificationsLoading() {
  return (
    <>
      <PageHeader title="Notifications" />
      <SkeletonRows rows={12} />
    </>
  );
}

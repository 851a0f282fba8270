import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function Loading() {
  return (
    <>
      <PageHeader parent={{ href: '/jobs/bulk', label: 'Bulk operations' }} title="Bulk operation" />
      <SkeletonRows rows={12} label="Loading the operation" />
    </>
  );
}

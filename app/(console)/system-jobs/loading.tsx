import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function SystemJobsLoading() {
  return (
    <>
      <PageHeader title="System jobs" />
      <SkeletonRows />
    </>
  );
}

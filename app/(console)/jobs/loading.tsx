import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function Loading() {
  return (
    <>
      <PageHeader title="Jobs" />
      <SkeletonRows rows={18} label="Loading the jobs" />
    </>
  );
}

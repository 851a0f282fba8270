import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function WorkersLoading() {
  return (
    <>
      <PageHeader title="Workers" />
      <SkeletonRows rows={6} />
    </>
  );
}

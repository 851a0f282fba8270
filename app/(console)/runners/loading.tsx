import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function RunnersLoading() {
  return (
    <>
      <PageHeader title="Runners" />
      <SkeletonRows rows={8} />
    </>
  );
}

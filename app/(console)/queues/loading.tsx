import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function QueuesLoading() {
  return (
    <>
      <PageHeader title="Queues" />
      <SkeletonRows rows={6} />
    </>
  );
}

import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function QueueLoading() {
  return (
    <>
      <PageHeader title="…" parent={{ href: '/queues', label: 'Queues' }} />
      <SkeletonRows rows={14} label="Loading the queue" />
    </>
  );
}

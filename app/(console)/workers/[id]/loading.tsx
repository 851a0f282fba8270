import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function WorkerLoading() {
  return (
    <>
      <PageHeader title="…" parent={{ href: '/workers', label: 'Workers' }} />
      <SkeletonRows rows={14} label="Loading the worker" />
    </>
  );
}

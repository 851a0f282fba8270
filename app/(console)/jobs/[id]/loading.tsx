import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function Loading() {
  return (
    <>
      <PageHeader parent={{ href: '/jobs', label: 'Jobs' }} title="…" />
      <SkeletonRows rows={14} label="Loading the job" />
    </>
  );
}

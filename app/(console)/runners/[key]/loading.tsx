import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function RunnerLoading() {
  return (
    <>
      <PageHeader title="Runner" parent={{ href: '/runners', label: 'Runners' }} />
      <SkeletonRows />
    </>
  );
}

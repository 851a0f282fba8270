import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function SettingsLoading() {
  return (
    <>
      <PageHeader title="Settings" />
      <SkeletonRows rows={6} />
    </>
  );
}

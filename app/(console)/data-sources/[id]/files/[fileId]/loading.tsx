import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function DataFileLoading() {
  return (
    <>
      <PageHeader title="…" parent={{ href: '/data-sources', label: 'Data sources' }} />
      <SkeletonRows label="Loading the file" />
    </>
  );
}

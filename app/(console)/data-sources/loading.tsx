import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function DataSourcesLoading() {
  return (
    <>
      <PageHeader title="Data sources" />
      <SkeletonRows label="Loading the data sources" />
    </>
  );
}

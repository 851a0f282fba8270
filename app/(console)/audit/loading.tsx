import { PageHeader } from '@/components/layout/page-header';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default function AuditLoading() {
  return (
    <>
      <PageHeader title="Audit" />
      <SkeletonRows rows={14} />
    </>
  );
}

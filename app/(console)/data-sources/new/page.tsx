import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { requirePage } from '@/lib/web/actor';
import { describeSourceTypes } from '@/plugins/data-sources/type-descriptions';
import { DataSourceForm } from '../_components/data-source-form';

export const metadata: Metadata = { title: 'New data source' };

export default async function NewDataSourcePage() {
  await requirePage('data_sources.write');
  return (
    <>
      <PageHeader title="New data source" parent={{ href: '/data-sources', label: 'Data sources' }} />
      <DataSourceForm types={describeSourceTypes()} source={null} />
    </>
  );
}

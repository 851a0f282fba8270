import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { requirePage } from '@/lib/web/actor';
import { describeSourceTypes } from '@/plugins/data-sources/type-descriptions';
import { DataSourceForm } from '../../_components/data-source-form';
import { readDataSource } from '../read-data-source';

export const metadata: Metadata = { title: 'Edit data source' };

export default async function EditDataSourcePage({ params }: { params: Promise<{ id: string }> }) {
  await requirePage('data_sources.write');
  const source = await readDataSource((await params).id);
  const parent = { href: `/data-sources/${source.id}`, label: source.name };
  return (
    <>
      <PageTitle sign={null} name={`Edit ${source.name}`} />
      <PageHeader title="Edit" parent={parent} />
      <DataSourceForm types={describeSourceTypes()} source={source} />
    </>
  );
}

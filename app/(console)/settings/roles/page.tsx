import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { requirePage } from '@/lib/web/actor';
import { RoleTable } from './_components/role-table';

export const metadata: Metadata = { title: 'Roles' };

export default async function RolesPage() {
  await requirePage('jobs.view');
  return (
    <>
      <PageHeader title="Roles" />
      <RoleTable />
    </>
  );
}

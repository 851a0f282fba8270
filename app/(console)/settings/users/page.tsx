import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { listUsers } from '@/lib/auth/queries';
import { usersOptions } from '@/lib/auth/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { loadUserParams } from './search-params';
import { UsersView } from './view';

export const metadata: Metadata = { title: 'Users' };

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('users.write');
  const { q } = await loadUserParams(searchParams);
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...usersOptions(q), queryFn: () => listUsers(q) });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <UsersView />
    </HydrationBoundary>
  );
}

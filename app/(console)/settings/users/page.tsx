import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { listUsers } from '@/lib/auth/queries';
import { usersOptions } from '@/lib/auth/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { loadUserParams, userCursorOf } from './search-params';
import { UsersView } from './view';

export const metadata: Metadata = { title: 'Users' };

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('users.write');
  const params = await loadUserParams(searchParams);
  const cursor = userCursorOf(params);
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({
    ...usersOptions(params.q, cursor),
    queryFn: () => listUsers(params.q, cursor),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <UsersView />
    </HydrationBoundary>
  );
}

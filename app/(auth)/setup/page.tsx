import { Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { hasUsers, isSetupTokenValid } from '@/lib/auth/setup-token';
import { loadSetupParams } from './search-params';
import { SetupView } from './view';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  if (await hasUsers()) redirect('/login');
  const { token } = await loadSetupParams(searchParams);
  if (token && (await isSetupTokenValid(token))) return <SetupView token={token} />;
  return (
    <>
      <Title order={1} size="h3" mb="xs">
        {token ? 'This setup link no longer works' : 'Open the setup link'}
      </Title>
      <Text c="dimmed">
        Yardmaster has no user yet. The first administrator is made with the one-time link that the start
        command prints in its terminal. {token && 'This one was replaced by a newer one. '}Start Yardmaster
        again to get a fresh link.
      </Text>
    </>
  );
}

import { Anchor, Code, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { getActor } from '@/lib/web/actor';
import { loadNoAccessParams } from './search-params';

export const metadata: Metadata = { title: 'No access' };

export default async function NoAccessPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await getActor();
  if (!actor) redirect('/login');
  const { needs } = await loadNoAccessParams(searchParams);
  return (
    <>
      <Title order={1} size="h3" mb="xs">
        Your role does not allow this page
      </Title>
      <Text c="dimmed" mb="md">
        You are signed in as {actor.name}. {needs && <>This page needs the permission </>}
        {needs && <Code>{needs}</Code>}
        {needs && '. '}An administrator can give you a role that has it.
      </Text>
      <Anchor href="/">Back to the overview</Anchor>
    </>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findRunner } from '@/lib/runners/queries';
import { runnerOptions } from '@/lib/runners/query-options';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { RunnerView } from './view';

export const metadata: Metadata = { title: 'Runner' };

export default async function RunnerPage({ params }: { params: Promise<{ key: string }> }) {
  await requirePage('jobs.view');
  const key = decodeURIComponent((await params).key);
  const runner = await findRunner(key);
  if (!runner) notFound();
  const queryClient = makeQueryClient();
  queryClient.setQueryData(runnerOptions(key).queryKey, runner);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <RunnerView id={key} />
    </HydrationBoundary>
  );
}

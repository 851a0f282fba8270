import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { readAround, readRunner } from './read-runner';
import { RunnerView } from './view';

type Props = { params: Promise<{ key: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readRunner(params)).name };
}

export default async function RunnerPage({ params, searchParams }: Props) {
  const runner = await readRunner(params);
  return (
    <HydrationBoundary state={dehydrate(await readAround(runner, searchParams))}>
      <RunnerView id={runner.key} />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { readAround, readQueue } from './read-queue';
import { QueueView } from './view';

type Props = { params: Promise<{ name: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, pausedAt } = await readQueue(params);
  return { title: `${pausedAt ? '⏸ ' : ''}${name}` };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const queue = await readQueue(params);
  return (
    <HydrationBoundary state={dehydrate(await readAround(queue, searchParams))}>
      <QueueView name={queue.name} />
    </HydrationBoundary>
  );
}

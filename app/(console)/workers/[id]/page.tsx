import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { titleSignOf } from '@/components/worker/title-sign';
import { YardmasterError } from '@/lib/errors';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { workerOptions } from '@/lib/workers/query-options';
import { getWorker } from '@/lib/workers/worker-detail';
import { WorkerView } from './view';

type Props = { params: Promise<{ id: string }> };

const readWorker = cache(async (params: Props['params']) => {
  await requirePage('jobs.view');
  return getWorker((await params).id).catch((error: unknown) => {
    if (error instanceof YardmasterError && error.code === 'not_found') notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const worker = await readWorker(params);
  return { title: `${titleSignOf(worker)} ${worker.host}:${worker.pid}` };
}

export default async function WorkerPage({ params }: Props) {
  const worker = await readWorker(params);
  const queryClient = makeQueryClient();
  queryClient.setQueryData(workerOptions(worker.id).queryKey, worker);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <WorkerView id={worker.id} />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { YardmasterError } from '@/lib/errors';
import { getJob } from '@/lib/jobs/queries/job-detail';
import { listJobLog } from '@/lib/jobs/queries/job-log';
import { jobLogOptions, jobOptions } from '@/lib/jobs/query-options';
import { jobParams } from '@/lib/jobs/schema';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';
import { JobView } from './view';

type Props = { params: Promise<{ id: string }> };

const readJob = cache(async (params: Props['params']) => {
  const actor = await requirePage('jobs.view');
  const parsed = jobParams.safeParse(await params);
  if (!parsed.success) notFound();
  return getJob(parsed.data.id, { payloads: actor.permissions.has('payloads.view') }).catch(
    (error: unknown) => {
      if (error instanceof YardmasterError && error.code === 'not_found') notFound();
      throw error;
    },
  );
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readJob(params)).name };
}

export default async function JobPage({ params }: Props) {
  const job = await readJob(params);
  const queryClient = makeQueryClient();
  queryClient.setQueryData(jobOptions(job.id).queryKey, job);
  await queryClient.prefetchQuery({
    ...jobLogOptions(job.id, 'debug'),
    queryFn: () => listJobLog(job.id, 'debug'),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <JobView id={job.id} />
    </HydrationBoundary>
  );
}

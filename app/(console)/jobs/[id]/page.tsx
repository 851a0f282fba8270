import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { jobTitle } from './job-title';
import { readAround, readJob } from './read-job';
import { JobView } from './view';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: jobTitle(await readJob(params)) };
}

export default async function JobPage({ params }: Props) {
  const job = await readJob(params);
  return (
    <HydrationBoundary state={dehydrate(await readAround(job))}>
      <JobView id={job.id} />
    </HydrationBoundary>
  );
}

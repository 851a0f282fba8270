import type { QueryClient } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { YardmasterError } from '@/lib/errors';
import { jobLogOptions } from '@/lib/jobs/log-query-options';
import { getJob, type JobDetail } from '@/lib/jobs/queries/job-detail';
import { outlineLog } from '@/lib/jobs/queries/job-log';
import { listRelatedJobs } from '@/lib/jobs/queries/related-jobs';
import { explainWaiting } from '@/lib/jobs/queries/why-waiting';
import { jobOptions, relatedJobsOptions, whyWaitingOptions } from '@/lib/jobs/query-options';
import { jobParams } from '@/lib/jobs/schema';
import { isWaiting } from '@/lib/jobs/status';
import { requirePage } from '@/lib/web/actor';
import { makeQueryClient } from '@/lib/web/query-client';

/** The job that a route's parameters name, read once a request. Ends in the not-found page where there is none. */
export const readJob = cache(async (params: Promise<{ id: string }>): Promise<JobDetail> => {
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

/** Everything the page shows at once, as the browser would have read it. */
export async function readAround(job: JobDetail): Promise<QueryClient> {
  const queryClient = makeQueryClient();
  queryClient.setQueryData(jobOptions(job.id).queryKey, job);
  await Promise.all([
    queryClient.prefetchQuery({
      ...jobLogOptions(job.id, 'debug'),
      queryFn: () => outlineLog(job.id, 'debug'),
    }),
    queryClient.prefetchQuery({ ...relatedJobsOptions(job.id), queryFn: () => listRelatedJobs(job.id) }),
    isWaiting(job) &&
      queryClient.prefetchQuery({ ...whyWaitingOptions(job.id), queryFn: () => explainWaiting(job.id) }),
  ]);
  return queryClient;
}

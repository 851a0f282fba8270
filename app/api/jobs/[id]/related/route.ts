import { listRelatedJobs } from '@/lib/jobs/queries/related-jobs';
import { jobParams } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  params: jobParams,
  run: ({ params }) => listRelatedJobs(params.id),
});

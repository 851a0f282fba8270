import { describeJobArgs } from '@/lib/jobs/queries/job-args-schema';
import { jobParams } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.enqueue',
  params: jobParams,
  run: ({ params }) => describeJobArgs(params.id),
});

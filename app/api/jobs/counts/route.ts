import { countJobs } from '@/lib/jobs/queries/count-jobs';
import { jobsQuerySchema } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: jobsQuerySchema,
  run: ({ query: { filter } }) => countJobs(filter),
});

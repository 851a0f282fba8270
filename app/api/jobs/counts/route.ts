import { countJobs } from '@/lib/jobs/queries/count-jobs';
import { searchable } from '@/lib/jobs/require-searchable';
import { jobsQuerySchema } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  query: jobsQuerySchema,
  run: async ({ actor, query: { filter } }) => countJobs(await searchable(actor, filter)),
});

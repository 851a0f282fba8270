import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { refreshJobs } from '@/lib/jobs/queries/refresh-jobs';
import { jobsQuerySchema } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: jobsQuerySchema,
  run: ({ query: { filter, cursor, shown } }) =>
    shown ? refreshJobs(filter, cursor, shown) : listJobs(filter, cursor),
});

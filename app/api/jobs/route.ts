import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { refreshJobs } from '@/lib/jobs/queries/refresh-jobs';
import { searchable } from '@/lib/jobs/require-searchable';
import { jobsQuerySchema } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: jobsQuerySchema,
  run: ({ actor, query: { filter, cursor, sort, shown } }) => {
    searchable(actor, filter);
    return shown ? refreshJobs(filter, cursor, shown, sort) : listJobs(filter, cursor, sort);
  },
});

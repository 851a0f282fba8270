import { payloadReader } from '@/lib/jobs/payload-masking';
import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { refreshJobs } from '@/lib/jobs/queries/refresh-jobs';
import { searchable } from '@/lib/jobs/require-searchable';
import { jobsQuerySchema } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  query: jobsQuerySchema,
  run: async ({ actor, query: { filter, cursor, sort, shown } }) => {
    const [asked, reader] = [await searchable(actor, filter), payloadReader(actor)];
    return shown ? refreshJobs(asked, cursor, shown, sort, reader) : listJobs(asked, cursor, sort, reader);
  },
});

import { readLogAfter } from '@/lib/jobs/queries/job-log';
import { jobLogQuerySchema, jobParams, logPlace } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: jobParams,
  query: jobLogQuerySchema.extend({ place: logPlace }),
  run: ({ params, query: { level, place } }) => readLogAfter(params.id, level, place),
});

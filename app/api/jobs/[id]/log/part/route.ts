import { readLogPart } from '@/lib/jobs/queries/job-log';
import { jobLogQuerySchema, jobParams, logPlace } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: jobParams,
  query: jobLogQuerySchema.extend({ from: logPlace }),
  run: ({ params, query: { level, from } }) => readLogPart(params.id, level, from),
});

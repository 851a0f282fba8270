import { outlineLog } from '@/lib/jobs/queries/job-log';
import { jobLogQuerySchema, jobParams } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: jobParams,
  query: jobLogQuerySchema,
  run: ({ params, query: { level } }) => outlineLog(params.id, level),
});

import { findInLog } from '@/lib/jobs/queries/job-log';
import { jobLogFindSchema, jobParams } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: jobParams,
  query: jobLogFindSchema,
  run: ({ params, query: { level, text } }) => findInLog(params.id, level, text),
});

import { getJob } from '@/lib/jobs/queries/job-detail';
import { jobParams } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  params: jobParams,
  run: ({ actor, params }) => getJob(params.id, { payloads: actor.permissions.has('payloads.view') }),
});

import { requirePermission } from '@/lib/auth/actor';
import { getJobArgsForm } from '@/lib/jobs/queries/job-args-form';
import { jobParams } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.enqueue',
  params: jobParams,
  run({ actor, params }) {
    requirePermission(actor, 'payloads.view');
    return getJobArgsForm(params.id);
  },
});

import { explainWaiting } from '@/lib/jobs/queries/why-waiting';
import { jobParams } from '@/lib/jobs/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 4_500,
  params: jobParams,
  run: ({ params }) => explainWaiting(params.id),
});

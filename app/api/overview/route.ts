import { payloadReader } from '@/lib/jobs/payload-masking';
import { getOverview } from '@/lib/overview/queries';
import { overviewQuerySchema } from '@/lib/statistics/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 9_000,
  query: overviewQuerySchema,
  run: ({ actor, query: { window } }) => getOverview(window, payloadReader(actor)),
});

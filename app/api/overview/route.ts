import { getOverview } from '@/lib/overview/queries';
import { overviewQuerySchema } from '@/lib/statistics/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: overviewQuerySchema,
  run: ({ query: { window } }) => getOverview(window),
});

import { statisticsOf } from '@/lib/statistics/queries';
import { statisticsQuerySchema } from '@/lib/statistics/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 9_000,
  query: statisticsQuerySchema,
  run: ({ query }) => statisticsOf(query),
});

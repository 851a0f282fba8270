import { depthOf } from '@/lib/statistics/depth';
import { depthQuerySchema } from '@/lib/statistics/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: depthQuerySchema,
  run: ({ query }) => depthOf(query),
});

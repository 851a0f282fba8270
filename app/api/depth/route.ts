import { depthOf } from '@/lib/statistics/depth';
import { depthQuerySchema } from '@/lib/statistics/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 9_000,
  query: depthQuerySchema,
  run: ({ query }) => depthOf(query),
});

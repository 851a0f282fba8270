import { listBulkOutcomes } from '@/lib/bulk/queries';
import { bulkParams, outcomesQuery } from '@/lib/bulk/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: bulkParams,
  query: outcomesQuery,
  run: ({ params: { id }, query }) => listBulkOutcomes(id, query),
});

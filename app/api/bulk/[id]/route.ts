import { getBulkOperation } from '@/lib/bulk/queries';
import { bulkParams } from '@/lib/bulk/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: bulkParams,
  run: ({ params: { id } }) => getBulkOperation(id),
});

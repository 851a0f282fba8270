import { defineRoute } from '@/lib/web/route';
import { listDataSources } from '@/plugins/data-sources/queries';
import { listFilter } from '@/plugins/data-sources/schema';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: listFilter,
  run: ({ query }) => listDataSources(query),
});

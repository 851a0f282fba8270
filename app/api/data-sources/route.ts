import { defineRoute } from '@/lib/web/route';
import { listDataSources } from '@/plugins/data-sources/queries';
import { listFilter } from '@/plugins/data-sources/schema';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  query: listFilter,
  run: ({ query }) => listDataSources(query),
});

import { z } from 'zod';
import { defineRoute } from '@/lib/web/route';
import { listDataFiles } from '@/plugins/data-sources/file-queries';
import { listFilter } from '@/plugins/data-sources/schema';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: z.object({ id: z.uuid() }),
  query: listFilter,
  run: ({ params, query }) => listDataFiles(params.id, query),
});

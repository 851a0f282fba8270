import { z } from 'zod';
import { defineRoute } from '@/lib/web/route';
import { getDataSource } from '@/plugins/data-sources/queries';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  params: z.object({ id: z.string() }),
  run: ({ params }) => getDataSource(params.id),
});

import { z } from 'zod';
import { defineRoute } from '@/lib/web/route';
import { getDataFile } from '@/plugins/data-sources/file-queries';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: z.object({ id: z.string(), fileId: z.string() }),
  run: ({ params }) => getDataFile(params.id, params.fileId),
});

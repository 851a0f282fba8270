import { z } from 'zod';
import { defineRoute } from '@/lib/web/route';
import { getWorker } from '@/lib/workers/worker-detail';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 4_500,
  params: z.object({ id: z.string() }),
  run: ({ params }) => getWorker(params.id),
});

import { z } from 'zod';
import { getQueue } from '@/lib/queues/queue-detail';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 4_500,
  params: z.object({ name: z.string().max(200) }),
  run: ({ params }) => getQueue(params.name),
});

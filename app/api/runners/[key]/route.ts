import { z } from 'zod';
import { getRunner } from '@/lib/runners/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  params: z.object({ key: z.string() }),
  run: ({ params }) => getRunner(params.key),
});

import { z } from 'zod';
import { getSchedule } from '@/lib/schedules/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  params: z.object({ id: z.string() }),
  run: ({ actor, params }) => getSchedule(params.id, actor),
});

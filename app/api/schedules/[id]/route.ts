import { z } from 'zod';
import { getSchedule } from '@/lib/schedules/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  params: z.object({ id: z.string() }),
  run: ({ actor, params }) => getSchedule(params.id, actor),
});

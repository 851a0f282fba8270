import { listSchedules } from '@/lib/schedules/queries';
import { scheduleFilter } from '@/lib/schedules/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  query: scheduleFilter,
  run: ({ query }) => listSchedules(query),
});

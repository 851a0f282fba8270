import { getCalendar } from '@/lib/schedules/calendar';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  sharedMs: 900,
  run: () => getCalendar(new Date()),
});

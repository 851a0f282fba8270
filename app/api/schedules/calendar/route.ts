import { getCalendar } from '@/lib/schedules/calendar';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', run: () => getCalendar(new Date()) });

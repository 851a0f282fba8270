import { countViews } from '@/lib/views/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', run: ({ actor }) => countViews(actor) });

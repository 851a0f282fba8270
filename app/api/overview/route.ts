import { getOverview } from '@/lib/overview/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', run: () => getOverview() });

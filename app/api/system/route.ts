import { readSystem } from '@/lib/system/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', run: () => readSystem() });

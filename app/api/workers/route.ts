import { defineRoute } from '@/lib/web/route';
import { listWorkers } from '@/lib/workers/queries';

export const GET = defineRoute({ permission: 'jobs.view', run: () => listWorkers() });

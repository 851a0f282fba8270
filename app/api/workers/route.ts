import { defineRoute } from '@/lib/web/route';
import { listWorkers } from '@/lib/workers/queries';

export const GET = defineRoute({ permission: 'jobs.view', sharedMs: 4_500, run: () => listWorkers() });

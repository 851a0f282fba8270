import { defineRoute } from '@/lib/web/route';
import { readDrift } from '@/lib/workers/worker-detail';

export const GET = defineRoute({ permission: 'jobs.view', sharedMs: 900, run: () => readDrift() });

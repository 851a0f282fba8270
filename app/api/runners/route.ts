import { listRunners } from '@/lib/runners/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', sharedMs: 900, run: () => listRunners() });

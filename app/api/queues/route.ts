import { listQueues } from '@/lib/queues/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', sharedMs: 4_500, run: () => listQueues() });

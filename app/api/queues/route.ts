import { listQueues } from '@/lib/queues/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', run: () => listQueues() });

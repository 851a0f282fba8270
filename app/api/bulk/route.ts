import { listBulkOperations } from '@/lib/bulk/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', run: () => listBulkOperations() });

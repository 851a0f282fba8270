import { listApiKeys } from '@/lib/api-keys/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', run: ({ actor }) => listApiKeys(actor) });

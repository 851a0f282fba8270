import { defineRoute } from '@/lib/web/route';
import { readStoreTrouble } from '@/lib/workers/store-trouble';

export const GET = defineRoute({ permission: 'jobs.view', sharedMs: 4_500, run: () => readStoreTrouble() });

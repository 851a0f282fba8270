import { listPlugins } from '@/lib/system/plugins';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', sharedMs: 9_000, run: () => listPlugins() });

import { listSystemJobs } from '@/lib/schedules/system-jobs';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', sharedMs: 900, run: () => listSystemJobs() });

import { listJobFacets } from '@/lib/jobs/queries/job-facets';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'jobs.view', sharedMs: 9_000, run: () => listJobFacets() });

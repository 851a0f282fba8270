import { previewBulk } from '@/lib/bulk/preview';
import { previewQuery } from '@/lib/bulk/schema';
import { searchable } from '@/lib/jobs/require-searchable';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: previewQuery,
  run: async ({ actor, query: { verb, ...filter } }) => previewBulk(verb, await searchable(actor, filter)),
});

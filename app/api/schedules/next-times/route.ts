import { previewInput, previewTimes } from '@/lib/schedules/preview-times';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: previewInput,
  run: async ({ query }) => previewTimes(query, new Date()),
});

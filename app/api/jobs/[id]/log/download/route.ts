import { logDownload } from '@/lib/jobs/log-download';
import { jobLogDownloadSchema, jobParams } from '@/lib/jobs/schema';
import { defineStream } from '@/lib/web/route';

export const GET = defineStream({
  permission: 'jobs.view',
  params: jobParams,
  query: jobLogDownloadSchema,
  run: ({ params, query: { level, format } }) => logDownload(params.id, level, format),
});

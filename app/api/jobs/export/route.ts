import { exportJobs } from '@/lib/jobs/export-jobs';
import { payloadReader } from '@/lib/jobs/payload-masking';
import { searchable } from '@/lib/jobs/require-searchable';
import { exportQuery } from '@/lib/jobs/schema';
import { defineStream } from '@/lib/web/route';

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' } as const;

/** The filtered list as a file, streamed as the browser takes it. */
export const GET = defineStream({
  permission: 'jobs.view',
  query: exportQuery,
  async run({ actor, query: { format, ...filter } }) {
    const pieces = exportJobs(await searchable(actor, filter), format, payloadReader(actor));
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: () => void pieces.return(undefined),
    });
    const day = new Date().toISOString().slice(0, 10);
    return new Response(body, {
      headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="jobs-${day}.${format}"`,
      },
    });
  },
});

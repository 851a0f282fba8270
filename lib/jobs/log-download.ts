import type { LogLevel } from '@/lib/db/generated/enums';
import { YardmasterError } from '@/lib/errors';
import type { LogEntry } from './log-outline';
import { plainText } from './log-text';
import { walkLog } from './queries/job-log';
import { poolSql } from './store/sql';

/** `text`: a line an entry, for people. `ndjson`: a JSON object an entry, with everything that is known of it. */
export type LogFormat = 'text' | 'ndjson';

const FILES = {
  text: { extension: 'txt', type: 'text/plain; charset=utf-8' },
  ndjson: { extension: 'ndjson', type: 'application/x-ndjson' },
} as const;

/**
 * A job's log as a file, streamed: as fast as it is taken, a batch in memory at a time.
 * @throws YardmasterError `not_found`
 */
export async function logDownload(jobId: string, least: LogLevel, format: LogFormat): Promise<Response> {
  const rows = await poolSql('SELECT 1 FROM job WHERE id = $1', [jobId]);
  if (rows.length === 0) throw new YardmasterError('not_found', 'This job does not exist any more.');
  const { extension, type } = FILES[format];
  return new Response(streamOf(walkLog(jobId, least), format), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="job-${jobId}-log.${extension}"`,
    },
  });
}

function streamOf(batches: AsyncGenerator<LogEntry[]>, format: LogFormat): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await batches.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map((entry) => lineOf(entry, format)).join('')));
    },
    cancel: async () => void (await batches.return(undefined)),
  });
}

/** A line of the file, its end included. */
export function lineOf(entry: LogEntry, format: LogFormat): string {
  if (format === 'ndjson') return `${JSON.stringify(entry)}\n`;
  const { attempt, seq, at, level, message } = entry;
  const opening = seq === 0 ? `${attempt > 1 ? '\n' : ''}--- Attempt ${attempt}\n` : '';
  return `${opening}${at} ${level.padEnd(7)} ${plainText(message)}\n`;
}

import { setTimeout as pause } from 'node:timers/promises';
import { YardmasterError } from '@/lib/errors';
import { poolSql } from '@/lib/jobs/store/sql';
import { openBackend } from '@/lib/queue/backend';
import { Transport } from '@/lib/queue/transport';
import { liveWorkers } from './live-workers';

const ANSWER_WITHIN_MS = 5_000;

export interface OpenTransports {
  transports: readonly Transport[];
  close(): Promise<void>;
}

/**
 * Opens the transport of every queue that a live worker serves; none when no worker lives.
 * @param redisUrl default: the setting REDIS_URL; empty: the transport on Postgres.
 * @throws YardmasterError `configuration` when the live workers use another transport than this process,
 * `unavailable` when it does not answer within five seconds.
 */
export async function openTransports(redisUrl?: string): Promise<OpenTransports> {
  const served = await poolSql<{ queue: string; backend: string }>(
    `SELECT DISTINCT unnest(w.queues) AS queue, p.backend FROM (${liveWorkers('$1')}) w JOIN worker_process p ON p.id = w.id`,
    [0],
  );
  if (served.length === 0) return { transports: [], close: async () => undefined };
  const backend = await openBackend(served.length, redisUrl);
  const other = served.find((row) => row.backend !== backend.kind);
  if (other) {
    await backend.close();
    throw new YardmasterError(
      'configuration',
      `The live workers keep their messages in ${other.backend}, this process would look in ${backend.kind}: expected the same REDIS_URL as theirs.`,
    );
  }
  const transports = [...new Set(served.map(({ queue }) => queue))].map(
    (queue) => new Transport(queue, backend),
  );
  const close = async () => {
    await Promise.all(transports.map((transport) => transport.close().catch(() => undefined)));
    await backend.close();
  };
  const timeout = new AbortController();
  const answered = await Promise.race([
    Promise.all(transports.map((transport) => transport.ready())).then(() => true),
    pause(ANSWER_WITHIN_MS, false, { signal: timeout.signal }).catch(() => false),
  ]);
  timeout.abort();
  if (answered) return { transports, close };
  await close();
  throw new YardmasterError('unavailable', `The transport (${backend.kind}) does not answer.`);
}

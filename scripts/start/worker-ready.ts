import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { pool } from '@/lib/db/client';

const POLL_MS = 50;
const READY_WITHIN_MS = 60_000;

/** A worker that has announced itself. */
export interface ReadyWorker {
  queues: string[];
  slots: number;
}

/** Postgres's own time, to tell a worker of this start from those before it. */
export async function databaseTime(): Promise<Date> {
  const { rows } = await pool().query<{ now: Date }>('SELECT now()');
  return rows[0]?.now ?? new Date();
}

/** Waits until a worker of this machine announces itself after `since`; null when none does within a minute. */
export async function waitForWorker(since: Date, signal: AbortSignal): Promise<ReadyWorker | null> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    const { rows } = await pool().query<ReadyWorker>(
      `SELECT queues, slots FROM worker_process
       WHERE host = $1 AND started_at >= $2 AND ended_at IS NULL ORDER BY started_at DESC LIMIT 1`,
      [hostname(), since],
    );
    if (rows[0]) return rows[0];
    await pause(POLL_MS, undefined, { signal });
  }
  return null;
}

import { pool } from '@/lib/db/client';

/**
 * What changed, as the browser needs to know it. Only names travel; the browser reads what it shows again.
 * `job:<id>` one job · `log:<id>` its log grew · `jobs` any list of jobs · `object:<type>:<id>` jobs of an object ·
 * `users` people, their sessions and keys · `notifications` some user was told something, or has read it · `audit` it grew.
 */
export type Topic =
  | 'jobs'
  | 'queues'
  | 'schedules'
  | 'workers'
  | 'data-sources'
  | 'notifications'
  | 'users'
  | 'audit'
  | `job:${string}`
  | `log:${string}`
  | `object:${string}`;

export const EVENTS_CHANNEL = 'yardmaster_events';

// NOTIFY takes a database-wide lock at commit, so a process sends at most one every PAUSE_MS, whatever happened.
const PAUSE_MS = 100;
// A payload may hold 8000 bytes. Beyond this many names, the lists' topics alone are sent.
const MOST_TOPICS = 100;

const waiting = new Set<Topic>();
/** There were more names than are sent: every browser reads all that it shows. */
let crowded = false;
let sending = false;

// On globalThis: a web process may hold this module more than once.
const held = globalThis as { yardmasterPublished?: Set<(topics: readonly Topic[]) => void> };
held.yardmasterPublished ??= new Set();
const listeners = held.yardmasterPublished;

/** Calls `listener` with what this very process publishes, at once. Returns the way to stop. */
export function onPublish(listener: (topics: readonly Topic[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every browser what changed, coalesced and best effort: the rows are the truth, this only saves a poll. */
export function publish(...topics: Topic[]): void {
  for (const topic of topics) {
    if (waiting.size < MOST_TOPICS || !topic.includes(':')) waiting.add(topic);
    else crowded = true;
  }
  for (const listener of listeners) listener(topics);
  if (!sending) void sendUntilEmpty();
}

/** Sends what still waits; for a process that is about to end. */
export async function flushEvents(): Promise<void> {
  await send();
}

async function sendUntilEmpty(): Promise<void> {
  sending = true;
  while (waiting.size > 0) {
    await send();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
  }
  sending = false;
}

async function send(): Promise<void> {
  if (waiting.size === 0) return;
  const topics = crowded ? [...[...waiting].filter((topic) => !topic.includes(':')), '*'] : [...waiting];
  waiting.clear();
  crowded = false;
  try {
    await pool().query('SELECT pg_notify($1, $2)', [EVENTS_CHANNEL, JSON.stringify(topics)]);
  } catch {
    // Postgres is away: browsers notice by themselves and read everything again once it is back.
  }
}

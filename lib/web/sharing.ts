import type { Actor } from '@/lib/auth/actor';
import { findSession, type SignedIn } from '@/lib/auth/session';
import { YardmasterError } from '@/lib/errors';
import { EVERYTHING, type EventHub, eventHub } from '@/lib/events/hub';
import { onPublish } from '@/lib/events/publish';
import { REREAD_EVERY_MS } from './reread';
import { SharedReads } from './shared-reads';

/** Whatever ends a session is heard of at once; only what is done behind the console's back is seen this much later. */
const SESSION_FOR_MS = 4_500;

interface Sharing {
  hub: EventHub;
  answers: SharedReads;
  sessions: SharedReads;
  stop(): void;
}

// On globalThis: a web process may hold this module more than once.
const held = globalThis as { yardmasterSharing?: Promise<Sharing> };

/** Null while changes are not heard of: then everybody reads for themselves. */
async function sharing(): Promise<Sharing | null> {
  held.yardmasterSharing ??= start();
  const started = await held.yardmasterSharing;
  return started.hub.state.state === 'live' ? started : null;
}

async function start(): Promise<Sharing> {
  const [hub, answers, sessions] = [await eventHub(), new SharedReads(REREAD_EVERY_MS), new SharedReads(0)];
  const forget = (topics: readonly string[]): void => {
    answers.forget();
    if (topics.includes('users') || topics.includes(EVERYTHING)) sessions.forget();
  };
  const stops = [
    onPublish(forget),
    hub.subscribe((event) => forget(event.type === 'topics' ? event.topics : [EVERYTHING])),
  ];
  const stop = (): void => {
    for (const each of stops) each();
  };
  return { hub, answers, sessions, stop };
}

/** Ends what the first read began; the next one begins anew. */
export async function stopSharing(): Promise<void> {
  const started = await held.yardmasterSharing;
  held.yardmasterSharing = undefined;
  started?.stop();
}

/** What `read` gives to everybody who may see as much as this actor and asks for the same address. */
export async function shareAnswer<Output>(
  url: string,
  actor: Actor,
  forMs: number,
  read: () => Promise<Output>,
): Promise<Output> {
  const { pathname, search } = new URL(url);
  const key = `${[...actor.permissions].sort().join(' ')} ${pathname}${search}`;
  const answers = (await sharing())?.answers;
  if (!answers) return read();
  return answers.read(key, forMs, read).catch((error: unknown) => {
    // A refusal names whom it refuses.
    if (error instanceof YardmasterError && error.code === 'forbidden') return read();
    throw error;
  });
}

/** The session of a read, as `findSession` with `refresh`; looked up once for all that a browser asks at the same time. */
export async function shareSession(headers: Headers): Promise<SignedIn | null> {
  const find = () => findSession(headers, { refresh: true });
  const cookie = headers.get('cookie');
  const sessions = cookie ? (await sharing())?.sessions : null;
  return sessions && cookie ? sessions.read(cookie, SESSION_FOR_MS, find) : find();
}

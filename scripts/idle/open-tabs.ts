import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const SECOND = 1000;
/** What the overview reads again by itself, and how often. */
const POLLS = [
  { path: '/api/overview?window=24h', everyMs: 10 * SECOND },
  { path: '/api/statistics?window=24h', everyMs: 30 * SECOND },
  { path: '/api/stores', everyMs: 5 * SECOND },
] as const;

/** Opens tabs that do what a browser's tab does on the overview: listen, and read again. Returns the way to close them. */
export async function openTabs(base: string, cookie: string, count: number): Promise<() => Promise<void>> {
  const closing = new AbortController();
  const { signal } = closing;
  setMaxListeners(0, signal);
  const get = (path: string) =>
    fetch(base + path, { headers: { cookie, 'sec-fetch-site': 'same-origin' }, signal });
  const work: Promise<unknown>[] = [];
  for (let tab = 0; tab < count; tab++) {
    const stream = await get('/api/events');
    if (!stream.ok) throw new Error(`The events answered ${stream.status}.`);
    work.push(drain(stream).catch(() => undefined));
    work.push(...POLLS.map((poll) => keepReading(poll, get, signal).catch(() => undefined)));
  }
  return async () => {
    closing.abort();
    await Promise.all(work);
  };
}

async function drain(stream: Response): Promise<void> {
  for await (const _ of stream.body ?? []);
}

async function keepReading(
  { path, everyMs }: (typeof POLLS)[number],
  get: (path: string) => Promise<Response>,
  signal: AbortSignal,
): Promise<void> {
  // Tabs are opened at any time.
  await pause(Math.random() * everyMs, null, { signal });
  for (;;) {
    const answer = await get(path);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    await answer.arrayBuffer();
    await pause(everyMs, null, { signal });
  }
}

import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 25;

/** Waits for a fact: calls `read` until it returns something other than undefined, null or false, for at most `ms` (default one minute: patience costs nothing where the fact comes). */
export async function waitFor<Fact>(
  what: string,
  read: () => Promise<Fact>,
  ms = 60_000,
): Promise<NonNullable<Fact>> {
  for (const until = Date.now() + ms; ; await pause(POLL_MS)) {
    const fact = await read();
    if (fact !== undefined && fact !== null && fact !== false) return fact as NonNullable<Fact>;
    if (Date.now() > until) throw new Error(`Waited ${ms} ms in vain for: ${what}`);
  }
}

'use client';

import { useSyncExternalStore } from 'react';

const TICK_MS = 1000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tick = 0;

// One timer for every time on the page, stopped while none is shown.
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    tick = Date.now();
    timer = setInterval(() => {
      tick = Date.now();
      for (const each of listeners) each();
    }, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const read = (): number => (timer ? tick : Math.floor(Date.now() / TICK_MS) * TICK_MS);

/** The time in Unix milliseconds, renewed every second while the component is on the page. */
export function useNow(): number {
  return useToldNow((now) => now);
}

/** What `tell` makes of the time: looked at every second, rendered anew only when it has changed. */
export function useToldNow<T extends string | number>(tell: (now: number) => T): T {
  const told = () => tell(read());
  return useSyncExternalStore(subscribe, told, told);
}

const never = () => () => undefined;

/** False on the server and during hydration, true ever after: for what only the reader's browser knows, such as the zone. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

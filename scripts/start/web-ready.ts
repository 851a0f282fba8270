import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 50;
const READY_WITHIN_MS = 120_000;

/** Waits until the console answers its login page; false when it does not within two minutes, or with an error. */
export async function waitForWeb(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  const address = `http://${reachable(host)}:${port}/login`;
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    const answer = await fetch(address, { signal, redirect: 'manual' }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer) return answer.status < 500;
    await pause(POLL_MS, undefined, { signal });
  }
  return false;
}

// What listens on every address answers on this machine's own.
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

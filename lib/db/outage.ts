import { setTimeout as pause } from 'node:timers/promises';

// Class 08: connection; 57P0x: shutdown, crash, not yet ready; 53300: too many connections.
const OUTAGE =
  /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1017)$/;
const LOST =
  /Connection terminated|connection timeout|Client has encountered a connection error|Cannot use a pool after/i;

/** Whether an error says that Postgres is away, rather than that something is wrong with what was asked of it. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' && OUTAGE.test(code)) || LOST.test(error.message);
}

const QUERY_CANCELED = '57014';

/** Whether Postgres ended a statement because it took too long. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === QUERY_CANCELED;

// A deadlock or a serialization failure: Postgres chose this transaction to give way, and it is to be tried again.
const GAVE_WAY = new Set(['40P01', '40001']);

function mayPass(error: unknown): boolean {
  return isOutage(error) || GAVE_WAY.has(String((error as { code?: unknown } | null)?.code));
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Does something that is safe to do twice, again and again while Postgres is away or lets it give way; any other error is
 * thrown.
 * `onOutage` hears of the first failure of each outage, `stop` ends the wait by throwing that failure.
 */
export async function persist<Result>(
  work: () => Promise<Result>,
  options: { onOutage?: (error: Error) => void; stop?: AbortSignal } = {},
): Promise<Result> {
  for (let pauseMs = FIRST_PAUSE_MS, told = false; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || options.stop?.aborted) throw error;
      if (!told && isOutage(error)) options.onOutage?.(error as Error);
      told = true;
      await pause(pauseMs);
    }
  }
}

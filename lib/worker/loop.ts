/** Something done again and again, never twice at once: every maintenance service of a worker has this shape. */
export interface Loop {
  /** Do it now, or once more as soon as the pass under way has ended. */
  wake(): void;
  /** No further pass; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `pass` at once, every `everyMs` (default: never by itself) and whenever woken. A pass may return how many
 * milliseconds from now the next one is due, if that is sooner. What it throws goes to `onError`; the loop goes on.
 */
export function loop(options: {
  everyMs?: number;
  pass(): Promise<number | undefined>;
  onError(error: unknown): void;
}): Loop {
  const { everyMs = Number.POSITIVE_INFINITY } = options;
  let stopped = false;
  let woken = true;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    let nextMs = everyMs;
    while (woken && !stopped) {
      woken = false;
      try {
        nextMs = Math.min((await options.pass()) ?? everyMs, everyMs);
      } catch (error) {
        options.onError(error);
        nextMs = everyMs;
      }
    }
    running = undefined;
    if (!stopped && Number.isFinite(nextMs)) timer = setTimeout(wake, Math.max(0, nextMs));
  };
  const wake = (): void => {
    clearTimeout(timer);
    woken = true;
    if (!stopped) running ??= run();
  };

  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

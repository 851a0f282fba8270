import { once } from 'node:events';

/** Something that runs and has to be ended. */
export interface Part {
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it at once; `stop()` then returns soon. */
  kill?(): void;
}

// npm passes a Ctrl-C on to a process that the terminal has told already: one keypress, two signals.
const SAME_SIGNAL_MS = 500;

/**
 * What the start command has running, oldest first, and how it ends: SIGINT, SIGTERM or SIGHUP aborts `signal`,
 * a second one kills what does not end by itself.
 */
export class Parts {
  readonly #parts: Part[] = [];
  readonly #asked = new AbortController();
  #askedAt = 0;
  #ending: Part | undefined;

  /** Aborted as soon as somebody asks for the end. */
  readonly signal = this.#asked.signal;

  constructor() {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => this.#end());
  }

  /** Resolves as soon as somebody asks for the end. */
  async asked(): Promise<void> {
    if (!this.signal.aborted) await once(this.signal, 'abort');
  }

  /** Adds a part; it ends before all that were added earlier. */
  add<P extends Part>(part: P): P {
    this.#parts.push(part);
    return part;
  }

  /** Ends all parts one after the other, newest first. A part that fails to end is told and does not keep the rest. */
  async stop(): Promise<void> {
    for (let part = this.#parts.pop(); part; part = this.#parts.pop()) {
      this.#ending = part;
      await part.stop().catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      });
    }
    this.#ending = undefined;
  }

  #end(): void {
    if (!this.signal.aborted) {
      this.#askedAt = performance.now();
      this.#asked.abort();
    } else if (performance.now() - this.#askedAt > SAME_SIGNAL_MS) {
      process.stderr.write('Ending at once.\n');
      this.#ending?.kill?.();
      for (const part of this.#parts) part.kill?.();
    }
  }
}

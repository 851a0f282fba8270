/** Why a running attempt was told to stop. */
export type AbortCause = 'cancelled' | 'timed_out' | 'shutdown' | 'disowned';

const SENTENCES = {
  cancelled: 'The job was cancelled',
  timed_out: 'The job ran longer than its timeout allows',
  shutdown: 'The worker is shutting down; the job will be handed to another one',
  disowned: 'The job was taken away from this worker',
} as const satisfies Record<AbortCause, string>;

/** Tells one attempt to stop. Its signal is made when somebody asks for it: most jobs are over before they would look. */
export class Stop {
  /** Why it was told to; only the first cause counts. */
  cause: AbortCause | undefined;
  /** Called once, when it is told to stop. */
  told: () => void = () => undefined;
  #controller: AbortController | undefined;

  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.cause) this.#controller.abort(new JobAborted(this.cause));
    }
    return this.#controller.signal;
  }

  abort(cause: AbortCause): void {
    if (this.cause) return;
    this.cause = cause;
    this.#controller?.abort(new JobAborted(cause));
    this.told();
  }
}

/** The reason of `this.signal` once it is aborted; what `throwIfAborted()` throws. */
export class JobAborted extends Error {
  override readonly name = 'AbortError';
  readonly because: AbortCause;

  constructor(because: AbortCause) {
    super(SENTENCES[because]);
    this.because = because;
  }
}

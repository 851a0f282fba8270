/** Why a running attempt was told to stop. */
export type AbortCause = 'cancelled' | 'timed_out' | 'shutdown' | 'disowned';

const SENTENCES = {
  cancelled: 'The job was cancelled',
  timed_out: 'The job ran longer than its timeout allows',
  shutdown: 'The worker is shutting down; the job will be handed to another one',
  disowned: 'The job was taken away from this worker',
} as const satisfies Record<AbortCause, string>;

/** The reason of `this.signal` once it is aborted; what `throwIfAborted()` throws. */
export class JobAborted extends Error {
  override readonly name = 'AbortError';
  readonly because: AbortCause;

  constructor(because: AbortCause) {
    super(SENTENCES[because]);
    this.because = because;
  }
}

const FIRST_MS = 1000;
const MOST_MS = 30_000;

/**
 * How long to wait before a child that crashed is started again, in milliseconds: 1 s, doubled with every
 * crash, at most 30 s; 1 s again after a life longer than the longest wait.
 */
export class BackOff {
  #nextMs = FIRST_MS;

  /** The wait after a child that lived for `livedMs`. */
  after(livedMs: number): number {
    if (livedMs > MOST_MS) this.#nextMs = FIRST_MS;
    const waitMs = this.#nextMs;
    this.#nextMs = Math.min(waitMs * 2, MOST_MS);
    return waitMs;
  }
}

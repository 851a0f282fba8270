interface Kept {
  answer: Promise<unknown>;
  began: number;
  /** Something changed since it began. */
  isOver: boolean;
  /** The read that those wait for who ask too soon after it. */
  next: Promise<unknown> | null;
}

const MOST_KEPT = 1_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Reads for many who ask the same: the first one's answer is everybody's, until something changes or it is too old. What keeps
 * changing is read once every `betweenMs`, however many ask; who asks sooner waits for that. So any number of browser tabs
 * costs what one costs.
 */
export class SharedReads {
  readonly #betweenMs: number;
  readonly #kept = new Map<string, Kept>();

  constructor(betweenMs: number) {
    this.#betweenMs = betweenMs;
  }

  /** What `read` gives, or what it gave to somebody else for the same `key` at most `forMs` ago. */
  read<Output>(key: string, forMs: number, read: () => Promise<Output>): Promise<Output> {
    const kept = this.#kept.get(key);
    const age = kept ? Date.now() - kept.began : Number.POSITIVE_INFINITY;
    if (kept && !kept.isOver && age < forMs) return kept.answer as Promise<Output>;
    if (kept && age < this.#betweenMs) {
      kept.next ??= pause(this.#betweenMs - age).then(() => this.#begin(key, read));
      return kept.next as Promise<Output>;
    }
    return this.#begin(key, read);
  }

  /** Something changed: whoever asks from now on gets what is read from now on. */
  forget(): void {
    for (const kept of this.#kept.values()) kept.isOver = true;
  }

  #begin<Output>(key: string, read: () => Promise<Output>): Promise<Output> {
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const answer = read();
    const kept: Kept = { answer, began: Date.now(), isOver: false, next: null };
    this.#kept.set(key, kept);
    // A failure is for those who share it, not for those who ask again.
    answer.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return answer;
  }
}

import type { Message } from '@/lib/jobs/store/claimed-job';
import type { Bundle } from './bundle';
import type { Feed } from './feed';

/** A bundle that this process has taken, until it is acknowledged or goes back. */
export class Hold {
  readonly feed: Feed;
  readonly bundle: Bundle;
  /** How many of its messages have a slot. */
  running = 0;
  /** How long its messages have waited is being timed. */
  timed = false;
  /** What waits in it is on its way back. */
  returning = false;
  /** Done with: acknowledged, or left for others to find. */
  settled = false;
  /** Whether none of its messages has been worked on or put back by itself. */
  whole = true;
  readonly #since = performance.now();
  readonly #rest: Message[];

  constructor(feed: Feed, bundle: Bundle) {
    this.feed = feed;
    this.bundle = bundle;
    // Taken from the end.
    this.#rest = bundle.messages.toReversed();
  }

  /** For how many milliseconds this process has had it. */
  get age(): number {
    return performance.now() - this.#since;
  }

  /** How many messages wait in it for a slot. */
  get waiting(): number {
    return this.#rest.length;
  }

  next(): Message | undefined {
    return this.#rest.pop();
  }

  /** It was not wanted yet: it is the next one again. */
  putBack(message: Message): void {
    this.#rest.push(message);
  }

  /** Whatever still waits in it, in order; nothing does afterwards. */
  empty(): Message[] {
    return this.#rest.splice(0).reverse();
  }
}

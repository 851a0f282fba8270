import type { Message } from '@/lib/jobs/store/claimed-job';
import type { Feed, HeldMessage } from './feed';

const MOST_FETCHES = 64;
/** A message whose job runs longer is acknowledged meanwhile: once claimed, the row is what counts. */
const ACKNOWLEDGE_AFTER_MS = 3_000;

interface Slot {
  feed: Feed;
  held: HeldMessage;
  since: number;
  acknowledged: boolean;
}

/** What came of a message: nothing is left to do, it was not wanted any more, or its job is for a worker that knows its runner. */
export type Worked = 'done' | 'unwanted' | 'unknown_runner';

/** Claims and runs what a message names, if it is still wanted when its turn comes. */
type Work = (message: Message, wanted: () => boolean) => Promise<Worked>;

/**
 * Feeds a shared set of slots from several queues in strict order: while a queue named earlier may hold a message, or
 * has not answered yet, none is taken from a later one, and one that was taken before is not wanted any more. A slot
 * that has finished takes the next message of its own queue in the same round trip, as long as every earlier queue is
 * silent.
 */
export class Consumer {
  readonly #feeds: readonly Feed[];
  readonly #slots: number;
  readonly #work: Work;
  readonly #onError: (error: unknown) => void;
  readonly #busy = new Set<Slot>();
  readonly #sweeper: NodeJS.Timeout;
  #reserved = 0;
  #stopped = false;

  /** `work` must not reject, and lets messages be claimed in the order they came. Feeds in order of priority. */
  constructor(options: {
    feeds: readonly Feed[];
    slots: number;
    work: Work;
    onError(error: unknown): void;
  }) {
    this.#feeds = options.feeds;
    this.#slots = options.slots;
    this.#work = options.work;
    this.#onError = options.onError;
    this.#sweeper = setInterval(() => this.#acknowledgeLong(), ACKNOWLEDGE_AFTER_MS / 3);
  }

  get busy(): number {
    return this.#busy.size;
  }

  start(): void {
    this.#stopped = false;
    this.#pump();
  }

  /** Takes no message any more; what runs goes on. */
  stop(): void {
    this.#stopped = true;
  }

  close(): void {
    this.stop();
    clearInterval(this.#sweeper);
  }

  #pump = (): void => {
    while (!this.#stopped && this.#busy.size + this.#reserved < this.#slots) {
      const feed = this.#feeds.find(mayHaveMore);
      if (!feed?.mayHold || feed.fetching >= feed.width) break;
      this.#reserved++;
      feed.fetching++;
      void this.#fetch(feed);
    }
    if (this.#busy.size + this.#reserved < this.#slots) {
      // A slot is free, so every queue known to be empty must be able to ring.
      for (const feed of this.#feeds) if (!feed.mayHold) feed.listen(this.#rang(feed));
    }
  };

  #rang = (feed: Feed) => (): void => {
    if (this.#busy.size + this.#reserved >= this.#slots) void this.#passOn(feed);
    else this.#pump();
  };

  /** The bell rang for a process without a free slot: an idle one elsewhere must hear of the message. */
  async #passOn(feed: Feed): Promise<void> {
    const held = await feed.fetch().catch(() => null);
    if (held) await feed.giveBack(held);
    this.#pump();
  }

  async #fetch(feed: Feed): Promise<void> {
    try {
      const held = await feed.fetch();
      if (!held) feed.listen(this.#rang(feed));
      else if (this.#stopped) await feed.giveBack(held);
      else {
        feed.width = Math.min(feed.width * 2, MOST_FETCHES);
        void this.#occupy(feed, held);
      }
    } catch (error) {
      this.#onError(error);
      feed.listen(this.#rang(feed));
    } finally {
      this.#reserved--;
      feed.fetching--;
      this.#pump();
    }
  }

  async #occupy(feed: Feed, first: HeldMessage): Promise<void> {
    for (let held: HeldMessage | null = first; held; ) {
      const slot: Slot = { feed, held, since: Date.now(), acknowledged: false };
      this.#busy.add(slot);
      const worked = await this.#work(held.message, () => this.#wanted(feed));
      if (worked === 'unknown_runner') feed.hesitate();
      held = await this.#next(slot, worked).catch((error) => {
        this.#onError(error);
        return null;
      });
      this.#busy.delete(slot);
      // This queue has answered, which a later one may have waited for.
      this.#pump();
    }
  }

  async #next(slot: Slot, worked: Worked): Promise<HeldMessage | null> {
    const { feed, held } = slot;
    if (slot.acknowledged) return null;
    if (worked === 'unwanted') {
      await feed.giveBack(held);
      return null;
    }
    if (!this.#wanted(feed)) {
      await feed.acknowledge(held);
      return null;
    }
    const next = await feed.acknowledgeAndFetch(held);
    if (!next) feed.listen(this.#rang(feed));
    else if (!this.#wanted(feed)) {
      await feed.giveBack(next);
      return null;
    }
    return next;
  }

  /** Whether a message of this queue may start now. */
  #wanted(feed: Feed): boolean {
    if (this.#stopped) return false;
    for (const earlier of this.#feeds) {
      if (earlier === feed) return true;
      if (mayHaveMore(earlier)) return false;
    }
    return true;
  }

  #acknowledgeLong(): void {
    const before = Date.now() - ACKNOWLEDGE_AFTER_MS;
    for (const slot of this.#busy) {
      if (slot.acknowledged || slot.since > before) continue;
      slot.acknowledged = true;
      slot.feed.acknowledge(slot.held).catch(this.#onError);
    }
  }
}

/** A queue found empty whose other answers are still on their way may have more as well. */
const mayHaveMore = (feed: Feed): boolean => feed.mayHold || feed.asking > 0;

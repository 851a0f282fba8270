import type { Message } from '@/lib/jobs/store/claimed-job';
import { type Bundle, messageId } from './bundle';
import type { ConsumerOptions } from './consumer-options';
import type { Feed } from './feed';
import { Hold } from './hold';

const MOST_FETCHES = 64;
/** A bundle whose jobs run longer is acknowledged meanwhile: once claimed, the rows are what counts. */
const ACKNOWLEDGE_AFTER_MS = 3_000;
/** For so long messages may wait in this process for a slot; then they go back, where an idle process finds them. */
const KEEP_MS = 250;
/** While jobs are over so soon, the next bundle of a deep backlog is fetched before a slot is free for it. */
const QUICK_MS = 50;
/** And for so long messages may wait for their turn. */
const KEEP_QUICK_MS = 2_000;

/**
 * Feeds a shared set of slots from several queues in strict order: while a queue named earlier may hold a message, or
 * has not answered yet, none is taken from a later one, and one that was taken before is not wanted any more. A slot
 * takes the next message of a bundle that is here already; with the last one it asks for the next bundle in the same
 * round trip, as long as every earlier queue is silent.
 */
export class Consumer {
  readonly #feeds: readonly Feed[];
  readonly #slots: number;
  readonly #options: ConsumerOptions;
  readonly #holds = new Set<Hold>();
  /** Those in which messages wait for a slot. */
  readonly #waiting = new Set<Hold>();
  readonly #sweeper: NodeJS.Timeout;
  #occupied = 0;
  #reserved = 0;
  #leaving = 0;
  #stopped = false;

  constructor(options: ConsumerOptions) {
    this.#feeds = options.feeds;
    this.#slots = options.slots;
    this.#options = options;
    this.#sweeper = setInterval(() => this.#acknowledgeLong(), ACKNOWLEDGE_AFTER_MS / 3);
  }

  /** Slots with a message, and bundles that go back or are acknowledged. */
  get busy(): number {
    return this.#occupied + this.#leaving;
  }

  start(): void {
    this.#stopped = false;
    this.#pump();
  }

  /** Takes no message any more; what runs goes on, what waits for a slot goes back. */
  stop(): void {
    this.#stopped = true;
    for (const hold of this.#holds) void this.#return(hold);
  }

  close(): void {
    this.stop();
    clearInterval(this.#sweeper);
  }

  /**
   * Takes a message that this process is about to put into the store, if it is idle and nothing is known to come first. A process
   * that has something to do leaves it to the others.
   */
  offer(queue: string, message: Message): boolean {
    const feed = this.#feeds.find((one) => one.queue === queue);
    if (!feed || feed.hesitant || this.#occupied + this.#reserved > 0) return false;
    if (this.#mayHaveMore(feed) || !this.#wanted(feed)) return false;
    this.#hold(feed, { id: messageId(message), messages: [message] }, { stored: false });
    this.#pump();
    return true;
  }

  /** This process has put something into the store: no later queue goes first until the bell has rung, here or elsewhere. */
  added(queue: string): void {
    const feed = this.#feeds.find((one) => one.queue === queue);
    if (feed && !feed.hesitant) feed.hasMore();
  }

  #pump = (): void => {
    while (!this.#stopped && this.#occupied < this.#slots) {
      const feed = this.#feeds.find((one) => this.#mayHaveMore(one));
      if (!feed) break;
      const hold = this.#waitingOf(feed);
      if (hold) void this.#occupy(hold);
      else if (feed.mayHold && feed.fetching < feed.width && this.#occupied + this.#reserved < this.#slots)
        void this.#fetch(feed);
      else break;
    }
    this.#fetchAhead();
    for (const hold of this.#waiting) this.#time(hold);
    if (this.#occupied + this.#reserved < this.#slots) {
      // A slot is free, so every queue known to be empty must be able to ring.
      for (const feed of this.#feeds) if (!feed.mayHold) feed.listen(this.#rang(feed));
    }
  };

  /** Fewer messages are here than slots, and all of these are about to be free: the claim after the next would be a small one. */
  #fetchAhead(): void {
    if (this.#stopped) return;
    const feed = this.#feeds.find((one) => this.#mayHaveMore(one));
    if (!feed?.quick || !feed.mayHold || feed.expected === 1 || feed.fetching > 0) return;
    let waiting = 0;
    for (const hold of this.#waiting) waiting += hold.waiting;
    if (waiting > 0 && waiting < this.#slots) void this.#fetch(feed);
  }

  #rang = (feed: Feed) => (): void => {
    if (this.#stopped || this.#occupied + this.#reserved >= this.#slots) void this.#passOn(feed);
    else this.#pump();
  };

  /** The bell rang for a process that takes nothing now: an idle one elsewhere must hear of the message. */
  async #passOn(feed: Feed): Promise<void> {
    const passed = this.#sendBack(feed, async () => {
      const bundle = await feed.fetch();
      if (bundle) await feed.giveBack(bundle);
    });
    await passed.catch(() => undefined);
    this.#pump();
  }

  async #fetch(feed: Feed): Promise<void> {
    feed.fetching++;
    try {
      if (await this.#take(feed, () => feed.fetch())) feed.width = Math.min(feed.width * 2, MOST_FETCHES);
    } catch (error) {
      this.#options.onError(error);
      void feed.askLater().then(this.#pump);
    } finally {
      feed.fetching--;
      this.#pump();
    }
  }

  /**
   * Asks for a bundle; as many slots as it may fill, free ones or such as come free, are spoken for until the answer is here.
   * The question counts as unanswered until what it brought is at hand, where it waits for its turn. "Nothing" is believed unless
   * there were news meanwhile.
   */
  async #take(feed: Feed, ask: () => Promise<Bundle | null>): Promise<boolean> {
    const { expected, news } = feed;
    feed.unsure++;
    this.#reserved += expected;
    try {
      const bundle = await ask();
      if (bundle && !this.#stopped) this.#hold(feed, bundle);
      else if (bundle) await this.#sendBack(feed, () => feed.giveBack(bundle));
      else if (feed.news === news) feed.listen(this.#rang(feed));
      else feed.width = 1;
      return bundle !== null;
    } finally {
      feed.unsure--;
      this.#reserved -= expected;
    }
  }

  /** What goes back counts as there meanwhile, and afterwards until the queue is found empty. */
  async #sendBack(feed: Feed, send: () => Promise<void>): Promise<void> {
    feed.unsure++;
    try {
      await send();
    } finally {
      feed.unsure--;
      feed.hasMore();
    }
  }

  #hold(feed: Feed, bundle: Bundle, { stored = true } = {}): void {
    const hold = new Hold(feed, bundle);
    // There is nothing to acknowledge, nor to give back as it came.
    hold.settled = !stored;
    this.#holds.add(hold);
    this.#waiting.add(hold);
  }

  /** Messages wait in it for a slot, but not for long. */
  #time(hold: Hold): void {
    if (hold.timed) return;
    hold.timed = true;
    setTimeout(() => {
      hold.timed = false;
      const { quick, workedAt } = hold.feed;
      const itsTurnComes = quick && performance.now() - workedAt < QUICK_MS && hold.age < KEEP_QUICK_MS;
      if (!itsTurnComes) void this.#return(hold);
      else if (hold.waiting > 0) this.#time(hold);
    }, KEEP_MS);
  }

  async #occupy(hold: Hold): Promise<void> {
    const message = hold.next();
    if (hold.waiting === 0) this.#waiting.delete(hold);
    if (!message) return;
    this.#occupied++;
    hold.running++;
    const since = performance.now();
    const worked = await this.#options.work(message, () => this.#wanted(hold.feed));
    hold.feed.workedAt = performance.now();
    hold.feed.quick = hold.feed.workedAt - since < QUICK_MS;
    hold.running--;
    if (worked === 'unwanted') {
      hold.putBack(message);
      hold.timed = false;
      this.#waiting.add(hold);
    } else hold.whole = false;
    if (worked === 'unknown_runner') hold.feed.hesitate();
    if (hold.running === 0 && !hold.returning) await this.#step(hold);
    this.#occupied--;
    // This queue has answered, which a later one may have waited for.
    this.#pump();
  }

  /** None of its messages has a slot now: it goes back as it came, stays for the rest, or is acknowledged. */
  async #step(hold: Hold): Promise<void> {
    const { feed, bundle } = hold;
    if (hold.waiting > 0 && !this.#stopped) return;
    if (hold.waiting > 0) return this.#return(hold);
    this.#holds.delete(hold);
    if (hold.settled) return;
    hold.settled = true;
    try {
      // The slot of its last message is still occupied; it is to be filled unless others are about to be.
      const free = this.#slots - this.#occupied - this.#reserved;
      if (free < 0 || !feed.mayHold || this.#waitingOf(feed) || !this.#wanted(feed)) {
        void this.#acknowledge(hold);
        return;
      }
      await this.#take(feed, () => feed.acknowledgeAndFetch(bundle));
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /** Nothing waits for it: the slot of its last message takes the next one meanwhile. */
  async #acknowledge({ feed, bundle }: Hold): Promise<void> {
    this.#leaving++;
    await feed.acknowledge(bundle).catch(this.#options.onError);
    this.#leaving--;
  }

  /** Puts back what waits in it for a slot: the whole bundle where nothing of it has begun, else each message by itself. */
  async #return(hold: Hold): Promise<void> {
    if (hold.waiting === 0) return;
    const { feed, bundle } = hold;
    const messages = hold.empty();
    const untouched = hold.whole && hold.running === 0 && !hold.settled;
    hold.whole = false;
    this.#waiting.delete(hold);
    hold.returning = true;
    this.#leaving++;
    try {
      if (untouched) {
        hold.settled = true;
        await this.#sendBack(feed, () => feed.giveBack(bundle));
      } else await this.#sendBack(feed, () => this.#options.putBack(feed.queue, messages));
    } catch (error) {
      // What was not put back is still in the bundle, which is given to somebody else when its lock has expired.
      hold.settled = true;
      this.#options.onError(error);
    }
    hold.returning = false;
    if (hold.running === 0) await this.#step(hold);
    this.#leaving--;
    this.#pump();
  }

  /** Whether a message of this queue may start now. */
  #wanted(feed: Feed): boolean {
    if (this.#stopped) return false;
    for (const earlier of this.#feeds) {
      if (earlier === feed) return true;
      if (this.#mayHaveMore(earlier)) return false;
    }
    return true;
  }

  /** A queue found empty of which an answer or a bundle is still on its way may have more as well. */
  #mayHaveMore(feed: Feed): boolean {
    return feed.mayHold || feed.unsure > 0 || this.#waitingOf(feed) !== undefined;
  }

  #waitingOf(feed: Feed): Hold | undefined {
    for (const hold of this.#waiting) if (hold.feed === feed) return hold;
    return undefined;
  }

  #acknowledgeLong(): void {
    for (const hold of this.#holds) {
      if (hold.settled || hold.waiting > 0 || hold.age < ACKNOWLEDGE_AFTER_MS) continue;
      hold.settled = true;
      void this.#acknowledge(hold);
    }
  }
}

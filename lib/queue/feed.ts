import { setTimeout as pause } from 'node:timers/promises';
import { type IQueueBackend, Worker } from 'bullmq';
import { LOCK_MS, prefixOf, type QueueBackend } from './backend';
import { type Bundle, parseBundle } from './bundle';

const RETRY_MS = 1_000;
/** After a job whose runner this process does not know, for so long it lets others have each message first, and by how much. */
const HESITANT_MS = 30_000;
const HEAD_START_MS = 100;
const SHRINK = 0.75;

/** The consuming side of one queue: a doorbell that rings when there may be a bundle, and fetching by hand. */
export class Feed {
  readonly queue: string;
  /** False only while the queue was found empty and the doorbell has not rung since. */
  mayHold = true;
  /** How many fetches may be under way at once: one after a ring, more while each finds something. */
  width = 1;
  fetching = 0;
  /** How many messages a fetch may bring: as many as the last ones did. Else, after some single ones, many bundles would come at once. */
  expected = 1;
  /** Whether the message worked on last was done with at once, and when that was, by `performance.now()`. */
  quick = false;
  workedAt = 0;
  /** How many questions for a bundle are unanswered, and how many bundles are on their way back: who knows what it holds? */
  unsure = 0;
  /** Counts what says that there is something: a ring, a bundle. That there is nothing is true only of when it was asked. */
  news = 0;

  readonly #worker: Worker;
  readonly #backend: IQueueBackend;
  readonly #token: string;
  readonly #blockSeconds: number;
  #listening = false;
  #hesitantUntil = 0;
  #closed = false;

  constructor(queue: string, backend: QueueBackend, token: string) {
    this.queue = queue;
    this.#token = token;
    // A queue in Redis may lose its marker with everything else; Postgres announces each message itself.
    this.#blockSeconds = backend.kind === 'redis' ? 5 : 15;
    this.#worker = new Worker(
      queue,
      null,
      {
        connection: backend.consuming as never,
        prefix: prefixOf(queue),
        autorun: false,
        lockDuration: LOCK_MS,
        stalledInterval: LOCK_MS / 2,
        maxStalledCount: 1_000_000,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      },
      backend.factory as never,
    );
    this.#worker.on('error', () => undefined);
    this.#backend = this.#worker.getBackend() as IQueueBackend;
  }

  async start(): Promise<void> {
    await this.#worker.waitUntilReady();
    // Gives back what a process took and did not live to claim.
    await this.#worker.startStalledCheckTimer();
  }

  /** Takes the next bundle, if there is one. */
  async fetch(): Promise<Bundle | null> {
    return this.#ask(() => this.#backend.moveToActive(this.#token));
  }

  /** Acknowledges a bundle: it is gone. One that the store has lost meanwhile is as good as acknowledged. */
  async acknowledge(bundle: Bundle): Promise<void> {
    await this.#finish(bundle, false);
  }

  /** Acknowledges a bundle and takes the next in the same round trip. */
  async acknowledgeAndFetch(bundle: Bundle): Promise<Bundle | null> {
    return this.#ask(() => this.#finish(bundle, true));
  }

  /** Puts a bundle back at the head of the queue, where another process hears of it. */
  async giveBack(bundle: Bundle): Promise<void> {
    await this.#backend.moveJobFromActiveToWait(bundle.id, this.#token).catch(() => undefined);
  }

  /** Opens the doorbell, unless it is open. `ring` is called once, when there may be a bundle again. */
  listen(ring: () => void): void {
    this.mayHold = false;
    this.width = 1;
    if (this.#listening || this.#closed) return;
    this.#listening = true;
    void this.#waitForRing().then(() => {
      this.#listening = false;
      if (this.#closed) return;
      this.hasMore();
      ring();
    });
  }

  /** There may be a bundle, whatever was found before. */
  hasMore(): void {
    this.mayHold = true;
    this.news++;
  }

  /** The store answered with an error. What it holds is not known; resolves when it may be asked again. */
  async askLater(): Promise<void> {
    this.mayHold = false;
    this.unsure++;
    await pause(RETRY_MS);
    this.unsure--;
    this.hasMore();
  }

  /** There are jobs here that others know and this process does not: for a while the others go first. */
  hesitate(): void {
    this.#hesitantUntil = Date.now() + HESITANT_MS;
  }

  get hesitant(): boolean {
    return Date.now() < this.#hesitantUntil;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker.close(true);
  }

  async #waitForRing(): Promise<void> {
    try {
      await this.#backend.waitForJob(this.#blockSeconds);
      if (this.hesitant) await this.#letOthersFirst();
    } catch {
      if (this.#closed) return;
      await pause(RETRY_MS);
      await this.#backend.reconnectBlocking().catch(() => undefined);
    }
  }

  /** A bell may have rung here alone: what it rang for goes back, which rings elsewhere. Later queues wait meanwhile. */
  async #letOthersFirst(): Promise<void> {
    this.unsure++;
    try {
      const held = await this.fetch();
      if (!held) return;
      await this.giveBack(held);
      await pause(HEAD_START_MS);
    } finally {
      this.unsure--;
    }
  }

  async #finish(bundle: Bundle, fetchNext: boolean): Promise<unknown[] | undefined> {
    const job = { id: bundle.id, opts: { attempts: 1 } };
    try {
      const { result } = await this.#backend.moveToCompleted(job as never, 0, true, this.#token, fetchNext);
      return result as unknown[] | undefined;
    } catch (error) {
      if (!isGone(error)) throw error;
      return fetchNext ? this.#backend.moveToActive(this.#token) : undefined;
    }
  }

  async #ask(question: () => Promise<unknown[] | undefined>): Promise<Bundle | null> {
    const bundle = toBundle((await question()) ?? []);
    this.expected = bundle ? Math.max(bundle.messages.length, Math.floor(this.expected * SHRINK)) : 1;
    if (bundle) this.hasMore();
    return bundle;
  }
}

/** A taken job as BullMQ's backends answer with it: what is stored, and its id. */
function toBundle([stored, id]: unknown[]): Bundle | null {
  if (typeof id !== 'string' || id === '') return null;
  const { data } = (stored ?? {}) as { data?: string };
  // Not ours: nothing can be claimed with it, so it is acknowledged like any stale message.
  const nothing = { id, messages: [{ jobId: '00000000-0000-0000-0000-000000000000', dispatchNo: -1 }] };
  return parseBundle(id, data && JSON.parse(data)) ?? nothing;
}

/** The store has lost the bundle, or given it to somebody else: the jobs' rows decide, not their messages. */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error && /Missing (key|lock)|Lock mismatch|not in the active state/i.test(error.message)
  );
}

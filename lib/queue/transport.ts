import { Queue } from 'bullmq';
import { config } from '@/lib/config';
import type { Message } from '@/lib/jobs/store/claimed-job';
import { prefixOf, type QueueBackend } from './backend';
import { type Bundle, contentOf, messageId, parseBundle } from './bundle';

const CHUNK = 1_000;

/** The producing side of one queue. Every call fails at once while the store is away. */
export class Transport {
  readonly queue: string;
  readonly #backend: QueueBackend;
  #opened: Queue;

  constructor(queue: string, backend: QueueBackend) {
    this.queue = queue;
    this.#backend = backend;
    this.#opened = open(queue, backend);
  }

  /** Adds bundles, at the end or at the head. One that is already there stays as it is. */
  async add(bundles: readonly Bundle[], options: { first?: boolean } = {}): Promise<void> {
    const lifo = options.first ?? false;
    // Of several added at the head the last one is taken first.
    const queue = await this.#queue();
    const ordered = lifo ? bundles.toReversed() : bundles;
    for (let start = 0; start < ordered.length; start += CHUNK) {
      await queue.addBulk(
        ordered
          .slice(start, start + CHUNK)
          .map((bundle) => ({ name: 'job', data: contentOf(bundle), opts: { jobId: bundle.id, lifo } })),
      );
    }
  }

  /** How many bundles wait to be taken. */
  async waiting(): Promise<number> {
    return (await this.#queue()).getWaitingCount();
  }

  /** Those of the ids that the store does not hold. */
  async unknown(ids: readonly string[]): Promise<string[]> {
    const queue = await this.#queue();
    const states = await Promise.all(ids.map((id) => queue.getJobState(id)));
    return ids.filter((_, index) => states[index] === 'unknown');
  }

  /** Those of the messages that the store does not hold, alone or in a bundle. */
  async missing(messages: readonly Message[]): Promise<Message[]> {
    const alone = new Set(await this.unknown(messages.map(messageId)));
    if (alone.size === 0) return [];
    const held = new Set((await this.held(config().dispatchWindow)).messages.map(messageId));
    return messages.filter((message) => alone.has(messageId(message)) && !held.has(messageId(message)));
  }

  /** The messages in at most `limit` bundles that wait and as many that are taken; `strange`: ids that are none of ours. */
  async held(limit: number): Promise<{ messages: Message[]; strange: string[] }> {
    const jobs = await (await this.#queue()).getJobs(['waiting', 'active'], 0, limit - 1, true);
    const messages: Message[] = [];
    const strange: string[] = [];
    // One that was taken away between the two steps of this reading is not there.
    for (const job of jobs) {
      if (!job?.id) continue;
      const bundle = parseBundle(job.id, job.data);
      if (bundle) messages.push(...bundle.messages);
      else strange.push(job.id);
    }
    return { messages, strange };
  }

  /** Resolves once the store can be asked; it waits as long as the store is away. */
  async ready(): Promise<void> {
    await this.#queue();
  }

  /** Removes every bundle that waits. */
  async clear(): Promise<void> {
    await (await this.#queue()).drain(true);
  }

  async close(): Promise<void> {
    await this.#opened.close();
  }

  /** One whose first question to the store failed would fail for ever: another takes its place, and the next call asks that. */
  async #queue(): Promise<Queue> {
    const queue = this.#opened;
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      if (this.#opened === queue) {
        this.#opened = open(this.queue, this.#backend);
        void queue.close().catch(() => undefined);
      }
      throw error;
    }
  }
}

function open(name: string, backend: QueueBackend): Queue {
  const queue = new Queue(
    name,
    {
      connection: backend.producing as never,
      prefix: prefixOf(name),
      skipMetasUpdate: true,
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
    },
    backend.factory as never,
  );
  queue.on('error', () => undefined);
  return queue;
}

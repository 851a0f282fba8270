import { Queue } from 'bullmq';
import type { Message } from '@/lib/jobs/store/claimed-job';
import { prefixOf, type QueueBackend } from './backend';
import { messageId, parseMessageId } from './message-id';

const CHUNK = 1_000;

/** The producing side of one queue. Every call fails at once while the store is away. */
export class Transport {
  readonly queue: string;
  readonly #queue: Queue;

  constructor(queue: string, backend: QueueBackend) {
    this.queue = queue;
    this.#queue = new Queue(
      queue,
      {
        connection: backend.producing as never,
        prefix: prefixOf(queue),
        skipMetasUpdate: true,
        streams: { events: { maxLen: 100 } },
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
      },
      backend.factory as never,
    );
    this.#queue.on('error', () => undefined);
  }

  /** Adds messages. One that is already there stays as it is. */
  async add(messages: readonly Message[]): Promise<void> {
    for (let start = 0; start < messages.length; start += CHUNK) {
      await this.#queue.addBulk(
        messages
          .slice(start, start + CHUNK)
          .map((message) => ({ name: 'job', data: 0, opts: { jobId: messageId(message) } })),
      );
    }
  }

  /** How many messages wait to be taken. */
  waiting(): Promise<number> {
    return this.#queue.getWaitingCount();
  }

  /** Those of the messages that the store does not hold. */
  async missing(messages: readonly Message[]): Promise<Message[]> {
    const states = await Promise.all(messages.map((message) => this.#queue.getJobState(messageId(message))));
    return messages.filter((_, index) => states[index] === 'unknown');
  }

  /** The messages that are held, waiting or taken, at most `limit` of each; `strange`: ids that are none of ours. */
  async held(limit: number): Promise<{ messages: Message[]; strange: string[] }> {
    const ids = await this.#queue.getRanges(['waiting', 'active'], 0, limit - 1, true);
    const parsed = ids.map((id) => ({ id, message: parseMessageId(id) }));
    return {
      messages: parsed.flatMap(({ message }) => message ?? []),
      strange: parsed.flatMap(({ id, message }) => (message ? [] : [id])),
    };
  }

  /** Resolves once the store can be asked; it waits as long as the store is away. */
  async ready(): Promise<void> {
    await this.#queue.waitUntilReady();
  }

  /** Removes every message that waits. */
  async clear(): Promise<void> {
    await this.#queue.drain(true);
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { isOutage } from '@/lib/db/outage';

/**
 * Group commit: whatever is asked for while one flush is under way goes into the next one. There is no timer: an
 * idle system flushes at once, a busy one in batches as large as its own latency makes them.
 */
export class Batcher<Item, Result> {
  readonly #flush: (items: Item[]) => Promise<Result[]>;
  readonly #most: number;
  readonly #lanes: number;
  #waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  #flushing = 0;

  /**
   * `flush` returns one result an item, in order. At most `most` items a flush (default 1000) and `lanes` flushes
   * at once (default 1). When a flush of several items throws, each is tried alone: one bad item fails only itself
   * (not in an outage: then all fail, at once).
   */
  constructor(flush: (items: Item[]) => Promise<Result[]>, options: { most?: number; lanes?: number } = {}) {
    this.#flush = flush;
    this.#most = options.most ?? 1000;
    this.#lanes = options.lanes ?? 1;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#flushing < this.#lanes) {
        this.#flushing++;
        // Let everything that this turn of the event loop adds join the first flush.
        queueMicrotask(() => void this.#drain());
      }
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#most);
      try {
        const results = await this.#flush(batch.map(({ item }) => item));
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
      } catch (error) {
        if (batch.length === 1 || isOutage(error)) for (const { reject } of batch) reject(error);
        else await this.#oneByOne(batch);
      }
      // What these results cause, such as the next job of a slot, goes into one flush with what waits already.
      await nextTurn();
    }
    this.#flushing--;
  }

  async #oneByOne(
    batch: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[],
  ): Promise<void> {
    for (const { item, resolve, reject } of batch) {
      try {
        resolve((await this.#flush([item]))[0] as Result);
      } catch (error) {
        reject(error);
      }
    }
  }
}

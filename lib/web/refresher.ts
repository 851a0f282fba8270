import { hashKey, type QueryKey } from '@tanstack/react-query';

interface Lane {
  dirty: boolean;
}

/**
 * Refreshes each query key at once when it is touched, then at most once every `pauseMs` and never twice at the same time,
 * however often it is touched meanwhile. The last touch is never lost.
 */
export class Refresher {
  readonly #lanes = new Map<string, Lane>();
  readonly #refresh: (key: QueryKey) => Promise<unknown>;
  readonly #pauseMs: number;

  constructor(refresh: (key: QueryKey) => Promise<unknown>, pauseMs: number) {
    this.#refresh = refresh;
    this.#pauseMs = pauseMs;
  }

  touch(key: QueryKey): void {
    const name = hashKey(key);
    const lane = this.#lanes.get(name);
    if (lane) lane.dirty = true;
    else void this.#run(name, key);
  }

  async #run(name: string, key: QueryKey): Promise<void> {
    const lane: Lane = { dirty: true };
    this.#lanes.set(name, lane);
    while (lane.dirty) {
      lane.dirty = false;
      const pause = new Promise((resolve) => setTimeout(resolve, this.#pauseMs));
      await this.#refresh(key).catch(() => undefined);
      await pause;
    }
    this.#lanes.delete(name);
  }
}

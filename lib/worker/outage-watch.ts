import { isOutage } from '@/lib/db/outage';
import { YardmasterError } from '@/lib/errors';
import type { WorkerEmitter } from './events';

type Store = 'postgres' | 'redis';

/** Turns a stream of failures into two events an outage: it began, it ended. */
export class OutageWatch {
  readonly #events: WorkerEmitter;
  readonly #outages = new Map<Store, { since: number; words: string }>();

  constructor(events: WorkerEmitter) {
    this.#events = events;
  }

  /** What troubles the worker right now, in words for its row; null: nothing. */
  get trouble(): string | null {
    const words = [...this.#outages.values()].map((outage) => outage.words);
    return words.length > 0 ? words.join('; ') : null;
  }

  /** A service failed: an outage where it is one, else a failure of the service. */
  failed(service: string, error: unknown): void {
    if (isOutage(error)) this.began('postgres', error);
    else if (isRedisOutage(error)) this.began('redis', error);
    else this.#events.emit('serviceFailed', { service, error });
  }

  began(store: Store, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    const name = store === 'redis' ? 'Redis' : 'Postgres';
    const known = this.#outages.get(store);
    // A check says more precisely what is wrong than whichever command failed first.
    if (known && error instanceof YardmasterError) known.words = why;
    if (known) return;
    const words = error instanceof YardmasterError ? why : `${name} cannot be reached`;
    this.#outages.set(store, { since: Date.now(), words });
    this.#events.emit('outageBegan', { store, error: why });
  }

  /** @returns whether there was an outage to end. */
  ended(store: Store): boolean {
    const outage = this.#outages.get(store);
    if (!outage) return false;
    this.#outages.delete(store);
    this.#events.emit('outageEnded', { store, lastedMs: Date.now() - outage.since });
    return true;
  }
}

const REDIS_AWAY =
  /max retries per request|enableOfflineQueue|Stream isn't writeable|Connection is closed|Command timed out|ECONNREFUSED|^OOM |^LOADING|^READONLY|CLUSTERDOWN|Failed to refresh slots/i;

function isRedisOutage(error: unknown): boolean {
  return error instanceof Error && REDIS_AWAY.test(error.message);
}

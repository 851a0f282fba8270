import { isOutage } from '@/lib/db/outage';
import type { WorkerEmitter } from './events';

type Store = 'postgres' | 'redis';

/** Turns a stream of failures into two events an outage: it began, it ended. */
export class OutageWatch {
  readonly #events: WorkerEmitter;
  readonly #since = new Map<Store, number>();

  constructor(events: WorkerEmitter) {
    this.#events = events;
  }

  /** What troubles the worker right now, as one sentence for its row; null: nothing. */
  get trouble(): string | null {
    const stores = [...this.#since.keys()].map((store) => (store === 'redis' ? 'Redis' : 'Postgres'));
    return stores.length > 0 ? `${stores.join(' and ')} cannot be reached` : null;
  }

  /** A service failed: an outage where it is one, else a failure of the service. */
  failed(service: string, error: unknown): void {
    if (isOutage(error)) this.began('postgres', error);
    else if (isRedisOutage(error)) this.began('redis', error);
    else this.#events.emit('serviceFailed', { service, error });
  }

  began(store: Store, error: unknown): void {
    if (this.#since.has(store)) return;
    this.#since.set(store, Date.now());
    this.#events.emit('outageBegan', {
      store,
      error: error instanceof Error ? error.message : String(error),
    });
  }

  ended(store: Store): void {
    const since = this.#since.get(store);
    if (since === undefined) return;
    this.#since.delete(store);
    this.#events.emit('outageEnded', { store, lastedMs: Date.now() - since });
  }
}

function isRedisOutage(error: unknown): boolean {
  return (
    error instanceof Error &&
    /max retries per request|enableOfflineQueue|Stream isn't writeable|Connection is closed/i.test(
      error.message,
    )
  );
}

import { z } from 'zod';
import { Listener } from '@/lib/db/listener';
import { EVENTS_CHANNEL } from './publish';

/** `live`: changes arrive. `reconnecting`: Postgres is out of reach; what happens meanwhile is not announced. */
export type HubState = 'live' | 'reconnecting';

export type HubEvent =
  | { type: 'topics'; topics: readonly string[] }
  /** `since`: milliseconds since 1970 at which the state began. */
  | { type: 'state'; state: HubState; since: number };

/** Anything may have changed: sent after an outage, and by processes with too much to name. */
export const EVERYTHING = '*';

const payloadShape = z.array(z.string());

/** One LISTEN connection, any number of subscribers: what browsers cost the database does not depend on their number. */
export class EventHub {
  readonly #listener = new Listener([EVENTS_CHANNEL], 'yardmaster events');
  readonly #subscribers = new Set<(event: HubEvent) => void>();
  #state: HubState = 'reconnecting';
  #since = Date.now();
  #started: Promise<void> | undefined;

  constructor() {
    this.#listener.on('notification', (_channel, payload) => this.#send(read(payload)));
    this.#listener.on('disconnected', () => this.#become('reconnecting'));
    this.#listener.on('connected', () => {
      this.#become('live');
      this.#send({ type: 'topics', topics: [EVERYTHING] });
    });
  }

  /** Connects, or begins to try; later calls wait for the same first try. */
  start(): Promise<void> {
    this.#started ??= this.#listener.start();
    return this.#started;
  }

  get state(): Extract<HubEvent, { type: 'state' }> {
    return { type: 'state', state: this.#state, since: this.#since };
  }

  /** Calls `listener` with every event from now on. Returns the way to stop. */
  subscribe(listener: (event: HubEvent) => void): () => void {
    this.#subscribers.add(listener);
    return () => this.#subscribers.delete(listener);
  }

  async close(): Promise<void> {
    this.#subscribers.clear();
    await this.#listener.close();
  }

  #become(state: HubState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#since = Date.now();
    this.#send(this.state);
  }

  #send(event: HubEvent): void {
    for (const subscriber of this.#subscribers) subscriber(event);
  }
}

// Anybody who may use the database may NOTIFY; a payload that isn't ours still says that something happened.
function read(payload: string): HubEvent {
  try {
    return { type: 'topics', topics: payloadShape.parse(JSON.parse(payload)) };
  } catch {
    return { type: 'topics', topics: [EVERYTHING] };
  }
}

// Kept on globalThis so that a development reload does not open a second connection.
const held = globalThis as { yardmasterEventHub?: EventHub };

/** The web process's one hub, connected at first use. */
export async function eventHub(): Promise<EventHub> {
  held.yardmasterEventHub ??= new EventHub();
  await held.yardmasterEventHub.start();
  return held.yardmasterEventHub;
}

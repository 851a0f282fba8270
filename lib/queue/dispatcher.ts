import type { Listener } from '@/lib/db/listener';
import { hot, poolSql } from '@/lib/jobs/store/sql';
import { type Loop, loop } from '@/lib/worker/loop';
import { Lane, type Neighbour } from './lane';
import type { Transport } from './transport';

// "YARD": the first half of the advisory locks that say who dispatches a queue.
const LOCK_CLASS = 0x59415244;
const LEASE_EVERY_MS = 2_000;
const LOOK_EVERY_MS = 1_000;
const MORE_MS = 50;

/** Which of these queues hold something: one step into an index for each, however much that is. */
const HOLDING = hot(`SELECT led.queue FROM unnest($1::text[]) AS led(queue), LATERAL (
  SELECT 1 FROM job WHERE job.queue = led.queue AND status = 'pending' ORDER BY run_at, id LIMIT 1) AS first`);

interface Led {
  lane: Lane;
  loop: Loop;
}

/**
 * Dispatches the queues that this process leads. Of all workers that serve a queue from one store one leads it, by an advisory
 * lock that lasts as long as its listening connection. Two leaders for a moment do no harm: messages carry their
 * own identity, and only the row's guarded claim decides.
 */
export class Dispatcher {
  readonly #transports: readonly Transport[];
  readonly #window: number;
  readonly #identity: string;
  readonly #listener: Listener;
  readonly #neighbour: Neighbour;
  readonly #onError: (error: unknown) => void;
  readonly #led = new Map<string, Led>();
  #leases: Loop | undefined;
  #looks: Loop | undefined;

  constructor(options: {
    transports: readonly Transport[];
    window: number;
    identity: string;
    listener: Listener;
    neighbour: Neighbour;
    onError(error: unknown): void;
  }) {
    this.#transports = options.transports;
    this.#window = options.window;
    this.#identity = options.identity;
    this.#listener = options.listener;
    this.#neighbour = options.neighbour;
    this.#onError = options.onError;
  }

  start(): void {
    this.#leases = loop({ everyMs: LEASE_EVERY_MS, pass: () => this.#lease(), onError: this.#onError });
    this.#looks = loop({ everyMs: LOOK_EVERY_MS, pass: () => this.#look(), onError: this.#onError });
  }

  /** The queues that this process dispatches now. */
  get leads(): string[] {
    return [...this.#led.keys()];
  }

  /** Something is due on this queue, or its pause has changed. */
  wake(queue: string): void {
    this.#led.get(queue)?.loop.wake();
  }

  wakeAll(): void {
    this.#leases?.wake();
    for (const { loop } of this.#led.values()) loop.wake();
  }

  /** The listening connection is gone, and every lease with it. */
  async drop(): Promise<void> {
    const led = [...this.#led.values()];
    this.#led.clear();
    await Promise.all(led.map(({ loop }) => loop.stop()));
  }

  /** The transport came back, perhaps empty: every message is added anew. */
  forget(): void {
    for (const { lane, loop } of this.#led.values()) {
      lane.forget();
      loop.wake();
    }
  }

  async stop(): Promise<void> {
    await Promise.all([this.#leases?.stop(), this.#looks?.stop()]);
    await this.drop();
  }

  async #lease(): Promise<undefined> {
    const { client } = this.#listener;
    if (!client) return undefined;
    for (const transport of this.#transports) {
      const { queue } = transport;
      if (this.#led.has(queue)) continue;
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1, hashtext($2)) AS mine', [
        LOCK_CLASS,
        `${queue} on ${this.#identity}`,
      ]);
      if (!rows[0]?.mine || this.#listener.client !== client) continue;
      const lane = new Lane(transport, this.#window, this.#neighbour);
      const pass = async () => ((await lane.pass()) ? MORE_MS : undefined);
      this.#led.set(queue, { lane, loop: loop({ pass, onError: this.#onError }) });
    }
    return undefined;
  }
  /** Finds what nobody announced, and what a lane is not done with. At rest it asks once for all queues. */
  async #look(): Promise<undefined> {
    if (this.#led.size === 0) return undefined;
    const rows = await poolSql<{ queue: string }>(HOLDING, [this.leads]);
    const holding = new Set(rows.map(({ queue }) => queue));
    for (const [queue, { lane, loop }] of this.#led) {
      if (holding.has(queue) || lane.remembers) loop.wake();
    }
    return undefined;
  }
}

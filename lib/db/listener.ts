import { EventEmitter } from 'node:events';
import pg from 'pg';
import { config } from '@/lib/config';

interface ListenerEvents {
  notification: [channel: string, payload: string];
  /** Connected (again): whatever was announced meanwhile was missed, so read the state anew. */
  connected: [client: pg.Client];
  disconnected: [error: Error];
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * One dedicated connection that LISTENs on some channels and comes back by itself after an outage.
 * It is outside the pool: session-level advisory locks taken on it last exactly as long as it does.
 */
export class Listener extends EventEmitter<ListenerEvents> {
  readonly #channels: readonly string[];
  readonly #name: string;
  #client: pg.Client | undefined;
  #closed = false;
  #pauseMs = FIRST_PAUSE_MS;
  #timer: NodeJS.Timeout | undefined;

  constructor(channels: readonly string[], name: string) {
    super();
    this.#channels = channels;
    this.#name = name;
  }

  /** The live connection, or undefined during an outage. */
  get client(): pg.Client | undefined {
    return this.#client;
  }

  /** Connects, or begins to try. Resolves after the first try, whatever came of it. */
  async start(): Promise<void> {
    await this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: config().databaseUrl,
      application_name: this.#name,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('The connection to Postgres ended')));
    client.on('notification', ({ channel, payload }) => this.emit('notification', channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of this.#channels) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      client.end().catch(() => undefined);
      this.#again(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (this.#closed) {
      await client.end();
      return;
    }
    this.#client = client;
    this.#pauseMs = FIRST_PAUSE_MS;
    this.emit('connected', client);
  }

  #lost(client: pg.Client, error: Error): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#again(error);
  }

  #again(error: Error): void {
    if (this.#closed) return;
    this.emit('disconnected', error);
    this.#timer = setTimeout(() => void this.#connect(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

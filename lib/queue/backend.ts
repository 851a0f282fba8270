import { type BackendFactory, createPostgresBackend, type IQueueBackend, runMigrations } from 'bullmq';
import pg from 'pg';
import { config } from '@/lib/config';
import { connectRedis, parseRedisUrl } from './connect-redis';
import { checkRedisHealth } from './redis-health';

/** Where messages live: the one choice, made by REDIS_URL alone. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** Tells this store from others: workers that use different ones each dispatch into their own. */
  readonly identity: string;
  /** The last constructor argument of every BullMQ class here. */
  readonly factory: BackendFactory<IQueueBackend> | undefined;
  /** A connection for producers: fails at once while the store is away. */
  readonly producing: unknown;
  /** A connection for consumers: waits until the store is back. */
  readonly consuming: unknown;
  /** Whether the store seems to be there: known at once when its connection breaks, before a check finds it. */
  readonly connected: boolean;
  /** Rejects while the store is away, or not fit to carry messages. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Keys of one queue share a hash tag, so that a cluster keeps them on one node and spreads the queues. */
export const prefixOf = (queue: string): string => `{yardmaster.${queue}}`;

const COMMAND_TIMEOUT_MS = 5_000;

/** Messages are redelivered this long after the worker that took one has gone without claiming its job. */
export const LOCK_MS = 10_000;

/**
 * Opens the backend: `redisUrl` (default: the setting), or Postgres where that is empty. On Postgres BullMQ's own
 * tables are made first, in their schema `bullmq`.
 */
export async function openBackend(queues: number, redisUrl = config().redisUrl): Promise<QueueBackend> {
  return redisUrl ? openRedis(redisUrl) : openPostgres(queues);
}

function openRedis(url: string): QueueBackend {
  const retryStrategy = (tries: number) => Math.min(100 * 2 ** Math.min(tries, 5), 2_000);
  const producing = connectRedis(url, {
    enableOfflineQueue: false,
    // One that hangs is away as well.
    commandTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 1,
    retryStrategy,
    lazyConnect: false,
  });
  const consuming = connectRedis(url, { maxRetriesPerRequest: null, retryStrategy });
  // What is wrong is told once by the outage watch, not at every try.
  for (const connection of [producing, consuming]) connection.on('error', () => undefined);
  return {
    kind: 'redis',
    identity: identityOf(url),
    factory: undefined,
    producing,
    consuming,
    get connected() {
      return producing.status === 'ready';
    },
    check: () => checkRedisHealth(producing),
    async close() {
      producing.disconnect();
      consuming.disconnect();
    },
  };
}

function identityOf(url: string): string {
  const { nodes, path } = parseRedisUrl(url);
  return `redis ${nodes.map(({ host, port }) => `${host}:${port}`).join()} ${path}`;
}

async function openPostgres(queues: number): Promise<QueueBackend> {
  const pool = new pg.Pool({
    connectionString: config().databaseUrl,
    application_name: 'yardmaster transport',
    // One listening connection a queue, and some for the queries.
    max: queues + 8,
    keepAlive: true,
    // The queues look after their messages every few seconds, all at once: a connection is dearer than its keep.
    idleTimeoutMillis: 60_000,
    // The rows are the truth and are committed durably; a message that is lost is made again (invariant 12).
    options: '-c synchronous_commit=off -c search_path=bullmq',
  });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    kind: 'postgres',
    identity: 'postgres',
    factory: createPostgresBackend as unknown as BackendFactory<IQueueBackend>,
    producing: pool,
    consuming: pool,
    connected: true,
    // The heartbeat has just been written to the same server.
    check: async () => undefined,
    async close() {
      await pool.end();
    },
  };
}

import { YardmasterError } from '@/lib/errors';
import { connectRedis, parseRedisUrl, type RedisConnection } from './connect-redis';
import { maxmemoryPolicy } from './redis-health';

const CONNECT_TIMEOUT_MS = 5000;

/**
 * Makes sure that REDIS_URL leads to a Redis that keeps what it is given: one that evicts would lose messages
 * under memory pressure, without a word.
 * @throws YardmasterError `configuration` when nothing answers, access is refused, or the policy is not `noeviction`.
 */
export async function checkRedis(url: string): Promise<void> {
  const redis = connectRedis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // `connect()` says only that the connection closed; the reason comes as an event before it.
  let reason: unknown;
  redis.on('error', (error: unknown) => {
    reason ??= error;
  });
  try {
    await redis.connect();
    await redis.ping();
    await refuseEviction(redis);
  } catch (cause) {
    if (cause instanceof YardmasterError) throw cause;
    throw new YardmasterError('configuration', `REDIS_URL: ${explain(reason ?? cause, url)}`, { cause });
  } finally {
    redis.disconnect();
  }
}

async function refuseEviction(redis: RedisConnection): Promise<void> {
  const policy = await maxmemoryPolicy(redis);
  if (policy === undefined || policy === 'noeviction') return;
  throw new YardmasterError(
    'configuration',
    `REDIS_URL: expected a Redis with maxmemory-policy noeviction, found ${policy}, which drops messages when memory runs short. Set it: redis-cli config set maxmemory-policy noeviction`,
  );
}

function explain(error: unknown, url: string): string {
  const { nodes } = parseRedisUrl(url);
  const address = nodes.map(({ host, port }) => `${host}:${port}`).join(', ');
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED' || /Failed to refresh slots|All sentinels are unreachable/i.test(message))
    return `nothing answers at ${address}. Is Redis running there?`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `there is no host named ${nodes.map(({ host }) => host).join(' or ')}.`;
  if (/NOAUTH|WRONGPASS|ERR AUTH|invalid password/i.test(message)) {
    return `Redis at ${address} refused the user name or password.`;
  }
  return `Redis at ${address} cannot be used: ${message}.`;
}

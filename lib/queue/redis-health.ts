import { YardmasterError } from '@/lib/errors';
import type { RedisConnection } from './connect-redis';

/**
 * Makes sure that Redis answers, takes writes, and keeps what it is given. Cheap enough for every few seconds.
 * @throws YardmasterError `unavailable` in a sentence for the operator, or ioredis's own error when it is away.
 */
export async function checkRedisHealth(redis: RedisConnection): Promise<void> {
  try {
    // A write, because a Redis at its maxmemory still answers PING.
    await redis.set('yardmaster:health', '1', 'PX', 60_000);
  } catch (cause) {
    if (!(cause instanceof Error) || !cause.message.startsWith('OOM')) throw cause;
    throw new YardmasterError(
      'unavailable',
      'Redis is at its maxmemory and refuses messages; jobs wait in Postgres',
      { cause },
    );
  }
  const policy = await maxmemoryPolicy(redis);
  if (policy !== undefined && policy !== 'noeviction') {
    throw new YardmasterError(
      'unavailable',
      `Redis has maxmemory-policy ${policy} and may drop messages; expected noeviction`,
    );
  }
}

/** The policy, from INFO because hosted Redis often forbids CONFIG; undefined where it can't be read. */
export async function maxmemoryPolicy(redis: RedisConnection): Promise<string | undefined> {
  const info = await redis.info('memory').catch(() => '');
  return /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
}

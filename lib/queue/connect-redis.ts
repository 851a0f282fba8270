import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { YardmasterError } from '@/lib/errors';

export type RedisConnection = Redis | Cluster;

interface Address {
  kind: 'single' | 'sentinel' | 'cluster';
  tls: boolean;
  username: string | undefined;
  password: string | undefined;
  nodes: { host: string; port: number }[];
  /** The database number of a single Redis, or the name of the master that the sentinels watch. */
  path: string;
}

const FORM = /^redis(s?)(?:\+(sentinel|cluster))?:\/\/(?:([^:@/]*)(?::([^@]*))?@)?([^/]+)(?:\/([^/?]*))?$/;
const PORTS = { single: 6379, sentinel: 26379, cluster: 6379 };

/**
 * Reads the three forms of REDIS_URL: `redis://host:port/db`, `redis+sentinel://host:port,host:port/master` and
 * `redis+cluster://host:port,host:port`; `rediss` for TLS, `user:password@` in any of them.
 * @throws YardmasterError `configuration`.
 */
export function parseRedisUrl(url: string): Address {
  const [, tls, mode, username, password, hosts, path = ''] = FORM.exec(url) ?? [];
  const kind = (mode ?? 'single') as Address['kind'];
  const nodes = (hosts ?? '').split(',').map((host) => {
    const [, name = '', port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(host.trim()) ?? [];
    return { host: name.replace(/^\[|\]$/g, ''), port: port ? Number(port) : PORTS[kind] };
  });
  if (
    !hosts ||
    nodes.some(({ host }) => !host) ||
    (kind === 'single' && nodes.length > 1) ||
    (kind === 'sentinel' && !path)
  ) {
    throw new YardmasterError(
      'configuration',
      'REDIS_URL: expected redis://host:port, redis+sentinel://host:port,host:port/master or redis+cluster://host:port,host:port.',
    );
  }
  const decode = (text: string | undefined) => (text ? decodeURIComponent(text) : undefined);
  return { kind, tls: tls === 's', username: decode(username), password: decode(password), nodes, path };
}

/** Connects to what REDIS_URL names, be it one Redis, a master behind sentinels, or a cluster. */
export function connectRedis(url: string, options: RedisOptions): RedisConnection {
  const { kind, tls, username, password, nodes, path } = parseRedisUrl(url);
  const access: RedisOptions = { ...options, username, password, ...(tls ? { tls: {} } : {}) };
  if (kind === 'cluster') {
    const { retryStrategy, enableOfflineQueue, lazyConnect, ...redisOptions } = access;
    return new Cluster(nodes, {
      redisOptions,
      enableOfflineQueue,
      lazyConnect,
      clusterRetryStrategy: (tries) => retryStrategy?.(tries) ?? null,
    });
  }
  if (kind === 'sentinel') {
    const sentinelRetryStrategy = (tries: number): number | null => {
      const ms = access.retryStrategy?.(tries);
      return typeof ms === 'number' ? ms : null;
    };
    return new Redis({ ...access, sentinels: nodes, name: path, sentinelRetryStrategy } as RedisOptions);
  }
  const [node] = nodes;
  return new Redis({ ...access, ...node, db: path ? Number(path) : 0 });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { startRedis } from '@/scripts/setup/redis';
import { contenders } from './contenders';

export interface BenchServices {
  /** What a contender's processes find in their environment: a database of its own in each store, and whose time to read. */
  environmentOf(contender: string): Record<string, string>;
  stop(): Promise<void>;
}

/** One Postgres (fsync on) and one Redis (appendonly, everysec) for all contenders. */
export async function startServices(): Promise<BenchServices> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-bench-'));
  const postgres = await startEmbedded(folder);
  const redis = await startRedis({ settings: { appendonly: 'yes', appendfsync: 'everysec' } });
  const names = Object.keys(contenders);
  const databaseOf = (contender: string): URL => {
    const url = new URL(postgres.url);
    url.pathname = `/bench_${contender.replaceAll('-', '_')}`;
    return url;
  };
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  for (const name of names) {
    await client.query(`CREATE DATABASE ${databaseOf(name).pathname.slice(1)}`);
    if (name.startsWith('yardmaster')) await migrate(databaseOf(name).href);
  }
  await client.end();
  return {
    environmentOf: (contender) => ({
      BENCH_POSTGRES: databaseOf(contender).href,
      BENCH_POSTGRES_PID: String(postgres.pid),
      BENCH_REDIS: `${redis.url}/${names.indexOf(contender)}`,
      BENCH_REDIS_PID: String(redis.process.pid),
    }),
    async stop() {
      await redis.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

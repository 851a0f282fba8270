import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { startRedis } from '@/scripts/setup/redis';

export interface BenchServices {
  redis: string;
  /** Connection string of the contender's own database. */
  databaseOf(contender: string): string;
  stop(): Promise<void>;
}

/** One Postgres (fsync on, a database each) and one Redis (appendonly everysec) for all contenders. */
export async function startServices(contenders: readonly string[]): Promise<BenchServices> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-bench-'));
  const postgres = await startEmbedded(folder);
  const redis = await startRedis({ settings: { appendonly: 'yes', appendfsync: 'everysec' } });
  const databaseOf = (contender: string): string => {
    const url = new URL(postgres.url);
    url.pathname = `/bench_${contender.replaceAll('-', '_')}`;
    return url.href;
  };
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  for (const contender of contenders) {
    await client.query(`CREATE DATABASE ${new URL(databaseOf(contender)).pathname.slice(1)}`);
    if (contender.startsWith('yardmaster')) await migrate(databaseOf(contender));
  }
  await client.end();
  return {
    redis: redis.url,
    databaseOf,
    async stop() {
      await redis.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

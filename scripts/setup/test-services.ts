import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrate';

import { bundleWorkerPrograms } from './bundle-workers';
import { startRedis } from './redis';
import { startScratchPostgres } from './scratch-postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the migrated database that each test file clones. */
    templateUrl: string;
    redisPort: number;
  }
}

/** Starts the real services of an integration run: one PostgreSQL with a migrated template, one Redis, and the programs of its workers. */
export default async function startServices(project: TestProject): Promise<() => Promise<void>> {
  const [postgres, redis, removePrograms] = await Promise.all([
    startScratchPostgres(),
    startRedis(),
    bundleWorkerPrograms(),
  ]);
  await migrate(postgres.url);
  const client = new pg.Client({ connectionString: adminUrl(postgres.url) });
  await client.connect();
  await client.query('CREATE SEQUENCE test_file');
  await client.end();
  project.provide('templateUrl', postgres.url);
  project.provide('redisPort', redis.port);
  return async () => {
    await redis.stop();
    await postgres.stop();
    removePrograms();
  };
}

/** The same server's database `postgres`, from which others are made and dropped. */
export function adminUrl(url: string): string {
  return Object.assign(new URL(url), { pathname: '/postgres' }).href;
}

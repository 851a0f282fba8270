/** Where an integration test file's services are. */
export interface TestDatabase {
  /** This file's own database, migrated and empty; also in DATABASE_URL, so `db()` and `config()` lead to it. */
  url: string;
  /** The run's real Redis, at a database number of this file's own. REDIS_URL stays unset: Postgres is the transport. */
  redisUrl: string;
}

/**
 * The services of an integration test file. Its database is cloned from the migrated template before the file is
 * loaded and dropped after its last test; `closeDb()` is called for it. Any other connection that is still open by
 * then fails the file. Other files use the same Redis: never FLUSHALL it, start one with `startRedis()` for that.
 * @throws Error outside of `*.integration.test.ts`.
 */
export function useTestDatabase(): TestDatabase {
  const { DATABASE_URL: url, TEST_REDIS_URL: redisUrl } = process.env;
  if (!url || !redisUrl) throw new Error('useTestDatabase() works in *.integration.test.ts files only.');
  return { url, redisUrl };
}

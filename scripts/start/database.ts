import { config, setEnvironment } from '@/lib/config';
import { findEmbedded, startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { YardmasterError } from '@/lib/errors';
import { checkDatabase } from './check-database';
import type { Parts } from './parts';
import { say } from './say';

/** Brings up the database that the configuration names, with the newest migration applied. */
export async function bringUpDatabase(parts: Parts): Promise<void> {
  const { embedded, dataDir } = config();
  if (embedded) {
    const server = await startEmbedded(dataDir);
    parts.add(server);
    if (!server.started) say('Found the embedded PostgreSQL still running; using it.');
    // The address of the database was written just now.
    setEnvironment({});
  } else {
    await checkDatabase(config().databaseUrl);
  }
  await applyMigrations(parts.signal);
}

/** Uses the database that runs already, for a console that neither starts nor stops it; migrates it too. */
export async function joinDatabase(signal: AbortSignal): Promise<void> {
  const { embedded, dataDir, databaseUrl } = config();
  if (embedded && !findEmbedded(dataDir)?.ready) {
    throw new YardmasterError(
      'configuration',
      `No embedded PostgreSQL runs on ${dataDir}. Start Yardmaster there with npm start, or set DATABASE_URL.`,
    );
  }
  await checkDatabase(databaseUrl);
  await applyMigrations(signal);
}

async function applyMigrations(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const applied = await migrate(config().databaseUrl);
  if (applied.length > 0)
    say(`Applied ${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'}.`);
  signal.throwIfAborted();
}

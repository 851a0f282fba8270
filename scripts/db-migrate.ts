import { config } from '@/lib/config';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { runScript } from './setup/run-script';

await runScript(async () => {
  const { embedded, dataDir, databaseUrl } = config();
  const server = embedded ? await startEmbedded(dataDir) : undefined;
  try {
    const applied = await migrate(server?.url ?? databaseUrl);
    for (const name of applied) console.log(`applied ${name}`);
    console.log(
      applied.length === 0 ? 'The database is up to date.' : `${applied.length} migration(s) applied.`,
    );
  } finally {
    if (server?.started) await server.stop();
  }
});

import { config, setEnvironment } from '@/lib/config';
import { checkRedis } from '@/lib/queue/check-redis';
import { version } from '@/lib/version';
import { banner } from './banner';
import { buildConsole, isBuilt } from './build-console';
import { checkPort } from './check-port';
import { webChild, workerChild } from './children';
import { holdDataFolder } from './data-folder';
import { bringUpDatabase, joinDatabase } from './database';
import type { Flags } from './flags';
import { generateClient } from './generate-client';
import type { Parts } from './parts';
import { say } from './say';
import { waitForWeb } from './web-ready';

/** Brings everything up and writes the banner. What is up is added to `parts`, whose signal stops the way up. */
export async function bringUp(flags: Flags, parts: Parts): Promise<void> {
  settle(flags);
  const { dataDir, redisUrl } = config();
  const folder = await holdDataFolder(dataDir);
  parts.add({ stop: () => folder.release() });
  await findPort();
  if (redisUrl) await checkRedis(redisUrl);
  await generateClient(parts.signal);
  await bringUpDatabase(parts);
  await ensureBuilt(flags, parts.signal);
  await runChildren(flags, parts);
}

/** Brings up the console alone, on a database that runs already. */
export async function bringUpWeb(flags: Flags, parts: Parts): Promise<void> {
  settle(flags);
  await findPort();
  await generateClient(parts.signal);
  await joinDatabase(parts.signal);
  await ensureBuilt(flags, parts.signal);
  await runChildren({ ...flags, worker: false }, parts);
}

/** Lets the command line stand above the environment, for this process and its children. */
function settle({ settings, dev }: Flags): void {
  setEnvironment({ ...settings, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  setEnvironment({ DATA_DIR: config().dataDir });
}

async function findPort(): Promise<void> {
  const { host, port } = config();
  setEnvironment({ HOST: host, PORT: String(await checkPort(host, port)) });
}

async function ensureBuilt({ dev }: Flags, signal: AbortSignal): Promise<void> {
  if (dev || isBuilt()) return;
  say('Building the console, once for each version.');
  await buildConsole(signal);
}

async function runChildren(flags: Flags, parts: Parts): Promise<void> {
  // Loaded only now: these need the generated database client.
  const { closeDb } = await import('@/lib/db/client');
  const { databaseTime, waitForWorker } = await import('./worker-ready');
  const { setupLink } = await import('./setup-link');
  parts.add({ stop: closeDb });
  const since = await databaseTime();
  if (flags.worker) parts.add(workerChild(flags.dev)).start();
  parts.add(webChild(flags.dev)).start();

  const { host, port } = config();
  const [webIsUp, worker] = await Promise.all([
    waitForWeb(host, port, parts.signal),
    flags.worker ? waitForWorker(since, parts.signal) : null,
  ]);
  if (!webIsUp) say('The console does not answer as it should; its own lines above say why.');
  if (flags.worker && !worker) say('The worker has not announced itself yet; its own lines above say why.');
  say(banner(version, worker, await setupLink()));
}

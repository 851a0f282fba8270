import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, findEmbedded, startEmbedded } from '@/lib/db/embedded';
import { isAlive, stopPostmaster } from '@/lib/db/postmaster';

const PREFIX = 'yardmaster-postgres-';

/** An embedded PostgreSQL of its own in a temporary folder, gone with everything in it after `stop()`. */
export async function startScratchPostgres(): Promise<EmbeddedPostgres> {
  await removeAbandoned();
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  // The server may run as another user, who has to pass.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startEmbedded(folder, { durable: false });
    const stop = async () => {
      await server.stop();
      remove();
    };
    return { ...server, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Ends the servers of earlier runs that were killed before they could. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const owner = ownerOf(folder);
    if (owner === null || isAlive(owner)) continue;
    const server = findEmbedded(folder);
    if (server) await stopPostmaster(server.pid);
    rmSync(folder, { recursive: true, force: true });
  }
}

function ownerOf(folder: string): number | null {
  try {
    return Number(readFileSync(path.join(folder, 'postgres.owner'), 'utf8'));
  } catch {
    // One that is only just being made, or another user's.
    return null;
  }
}

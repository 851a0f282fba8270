import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbedded } from '@/lib/db/embedded';

/** An embedded PostgreSQL of its own in a temporary folder, gone with everything in it after `stop()`. */
export async function startScratchPostgres(): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-postgres-'));
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

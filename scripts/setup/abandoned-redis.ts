import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAlive } from '@/lib/db/postmaster';

/** What the folders of servers started by tests begin with. */
export const REDIS_FOLDER = 'yardmaster-redis-';

const OWNER_FILE = 'owner.json';

interface Owner {
  owner: number;
  server: number;
}

/** Notes in a server's folder which process it belongs to. */
export function claimRedisFolder(folder: string, server: number): void {
  writeFileSync(
    path.join(folder, OWNER_FILE),
    JSON.stringify({ owner: process.pid, server } satisfies Owner),
  );
}

/** Ends the servers of earlier runs that were killed before they could. */
export function endAbandonedRedis(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(REDIS_FOLDER))) {
    const folder = path.join(tmpdir(), name);
    const note = noteIn(folder);
    if (!note || isAlive(note.owner)) continue;
    if (runsIn(note.server, folder)) process.kill(note.server, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function noteIn(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path.join(folder, OWNER_FILE), 'utf8'));
  } catch {
    return null;
  }
}

// The number may belong to another program by now; only the server works in its own folder.
function runsIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

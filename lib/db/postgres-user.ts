import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { YardmasterError } from '@/lib/errors';

const run = promisify(execFile);
const USER = 'postgres';

interface Ids {
  uid: number;
  gid: number;
}

/** Whom PostgreSQL runs as: the owner of its files where that is another user, and how its programs are started. */
export interface PostgresUser {
  owner?: Ids;
  /** What to give to `spawn`. */
  spawn: { uid?: number; gid?: number };
  /** Put before the program's own command line. */
  prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root. As root it therefore runs as the user `postgres`, who is made where there is
 * none. Where that user may not pass one of `folders` (below /root, say), it gets leave to, and to nothing else of root's.
 */
export async function postgresUser(folders: readonly string[]): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return { spawn: {}, prefix: [] };
  const owner = (await findUser()) ?? (await makeUser());
  if (folders.every((folder) => mayPass(folder, owner))) return { owner, spawn: owner, prefix: [] };
  const leave = '+dac_override';
  const prefix = [
    'setpriv',
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    `--inh-caps=${leave}`,
    `--ambient-caps=${leave}`,
    // PostgreSQL asks access(2), which heeds the capability only with this.
    '--securebits=+no_setuid_fixup',
    '--',
  ];
  return { owner, spawn: {}, prefix };
}

async function findUser(): Promise<Ids | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', USER]), run('id', ['-g', USER])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function makeUser(): Promise<Ids> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', USER]);
  } catch (cause) {
    throw new YardmasterError(
      'configuration',
      `PostgreSQL can't run as root, and the user ${USER} could not be made. Start Yardmaster as another user, or set DATABASE_URL.`,
      { cause },
    );
  }
  const made = await findUser();
  if (!made) throw new YardmasterError('configuration', `The user ${USER} was made but can't be found.`);
  return made;
}

function mayPass(folder: string, user: Ids): boolean {
  const stat = statSync(folder);
  const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
  if ((stat.mode & bit) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || mayPass(parent, user);
}

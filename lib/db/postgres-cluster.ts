import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { YardmasterError } from '@/lib/errors';
import { postgresBinaries } from './postgres-binaries';
import { postgresUser } from './postgres-user';

const run = promisify(execFile);

/** The superuser of every embedded PostgreSQL. */
export const CLUSTER_USER = 'yardmaster';

/**
 * Makes a new cluster in `folder`, whole or not at all: a start that is killed halfway leaves nothing that looks
 * finished, and of two that start together one wins. With `durable` false it may be lost with the machine's power.
 */
export async function makeCluster(folder: string, password: string, durable: boolean): Promise<void> {
  const draft = `${folder}.new-${randomUUID()}`;
  const passwordFile = `${draft}.password`;
  const { initdb } = postgresBinaries();
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    const user = await postgresUser([path.dirname(draft), path.dirname(initdb)]);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user.owner) {
      chownSync(draft, user.owner.uid, user.owner.gid);
      chownSync(passwordFile, user.owner.uid, user.owner.gid);
    }
    const args = [
      `--pgdata=${draft}`,
      `--username=${CLUSTER_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order and case rules on every machine, whatever locales it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ];
    const [program = initdb, ...rest] = [...user.prefix, initdb, ...args];
    await run(program, rest, { ...user.spawn, cwd: '/' });
    renameSync(draft, folder);
  } catch (cause) {
    if (existsSync(path.join(folder, 'PG_VERSION'))) return;
    const why = lastLines(cause instanceof Error ? cause.message : String(cause));
    throw new YardmasterError('configuration', `A database could not be made in ${folder}: ${why}`, {
      cause,
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** The end of what a program said, on one line. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' ').trim();
}

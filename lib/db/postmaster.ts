import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { YardmasterError } from '@/lib/errors';
import { postgresBinaries } from './postgres-binaries';
import { lastLines } from './postgres-cluster';
import { postgresUser } from './postgres-user';

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // Queries here are short: compiling them costs more than it saves.
  jit: 'off',
};

const POLL_MS = 20;
const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 30_000;

/** A running PostgreSQL server, as its own `postmaster.pid` describes it. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that runs on a cluster's folder, or null. A file left behind by a server that is gone counts as none. */
export function findPostmaster(folder: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!(pid > 0) || !runsPostgres(pid)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Starts a server on a cluster's folder, in a process group of its own (a Ctrl-C in the terminal must not reach it
 * before its clients), and waits until it takes connections. What it says goes to `logFile`.
 * @throws YardmasterError when it ends instead, with the end of what it said.
 */
export async function startPostmaster(
  folder: string,
  port: number,
  logFile: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Postmaster> {
  const { postgres } = postgresBinaries();
  // A file left behind would make PostgreSQL refuse when its number belongs to another program by now.
  if (!findPostmaster(folder)) rmSync(path.join(folder, 'postmaster.pid'), { force: true });
  const user = await postgresUser([folder, path.dirname(postgres)]);
  const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const [program = postgres, ...args] = [...user.prefix, postgres, '-D', folder, ...flags];
  const log = openSync(logFile, 'w', 0o600);
  const server = spawn(program, args, {
    ...user.spawn,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  server.once('error', (error) => {
    ended = error.message;
  });
  const sayWhy = () => {
    ended ??= lastLines(readFileSync(logFile, 'utf8'));
  };
  server.once('exit', sayWhy);
  server.unref();

  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (ended !== undefined) {
      throw new YardmasterError(
        'unavailable',
        `The embedded PostgreSQL in ${folder} did not start: ${ended}`,
      );
    }
    const found = findPostmaster(folder);
    if (found?.ready && found.pid === server.pid) {
      server.off('exit', sayWhy);
      return found;
    }
    await pause(POLL_MS);
  }
  throw new YardmasterError(
    'unavailable',
    `The embedded PostgreSQL in ${folder} was not ready within 60 s; see ${logFile}.`,
  );
}

/** Waits until a server that is starting or recovering takes connections; null when it ended instead. */
export async function waitUntilReady(folder: string): Promise<Postmaster | null> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let found = findPostmaster(folder);
  while (found && !found.ready && Date.now() < deadline) {
    await pause(POLL_MS);
    found = findPostmaster(folder);
  }
  return found?.ready ? found : null;
}

/** Stops a server: open transactions are rolled back, connections closed, everything written. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      throw new YardmasterError(
        'unavailable',
        `The embedded PostgreSQL (process ${pid}) did not stop within 30 s.`,
      );
    }
    await pause(POLL_MS);
  }
}

// After a restart of the machine or container the number may belong to another program.
function runsPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { YardmasterError } from '@/lib/errors';

// The path of a Unix socket may hold 104 bytes on macOS, 108 on Linux.
const LONGEST_SOCKET_PATH = 100;

/** Holds a data folder for one start command. */
export interface HeldFolder {
  release(): Promise<void>;
}

/**
 * Makes the data folder where it is missing and holds it, so that two starts never work on one. The hold is a
 * listening socket: the kernel gives it up with the process, however that ends.
 * @throws YardmasterError `configuration` when it is no writable folder, `conflict` when another start holds it.
 */
export async function holdDataFolder(dataDir: string): Promise<HeldFolder> {
  makeFolder(dataDir);
  const socket = socketPath(dataDir);
  const server = (await listen(socket)) ?? (await takeOver(socket));
  if (!server) {
    throw new YardmasterError(
      'conflict',
      `Yardmaster already runs on the data folder ${dataDir}. Stop it first, or give this one a folder of its own with --data-dir.`,
    );
  }
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!statSync(dataDir).isDirectory()) throw new Error('it is not a folder');
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new YardmasterError(
      'configuration',
      `The data folder ${dataDir} cannot be used: expected a folder that this user may write, ${reason(cause)}.`,
      { cause },
    );
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'found a file in its place';
  if (code === 'EACCES' || code === 'EPERM') return 'found one that it may not';
  if (code === 'EROFS') return 'found a read-only file system';
  return error instanceof Error ? error.message : String(error);
}

function socketPath(dataDir: string): string {
  const beside = path.join(dataDir, 'start.sock');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH) return beside;
  const digest = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  return path.join(tmpdir(), `yardmaster-${digest}.sock`);
}

/** Listens on the socket; undefined when the path is taken. */
function listen(socket: string): Promise<Server | undefined> {
  const server = createServer((connection) => connection.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(socket, () => resolve(server));
  });
}

/** Takes the place of a start that was killed and could not remove its socket. */
async function takeOver(socket: string): Promise<Server | undefined> {
  if (await answers(socket)) return undefined;
  rmSync(socket, { force: true });
  return listen(socket);
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}

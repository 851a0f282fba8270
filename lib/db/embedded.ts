import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { embeddedUrlFile } from '@/lib/config';
import { YardmasterError } from '@/lib/errors';
import { freePort } from './free-port';
import { CLUSTER_USER, makeCluster } from './postgres-cluster';
import {
  findPostmaster,
  isAlive,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
  waitUntilReady,
} from './postmaster';

const DATABASE = 'yardmaster';
const MAJOR = '18';
const START_TRIES = 4;
/** What is left of a killed server goes by itself, on a busy machine within seconds. */
const LEFTOVERS = /shared memory|postmaster\.pid|lock file/i;
const LEFTOVERS_TRIES = 40;

export interface EmbeddedOptions {
  /** Server settings beside the usual ones. */
  settings?: Readonly<Record<string, string>>;
  /** False: faster, but lost when the machine is (for tests). Default: true. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Connection string of its database `yardmaster`, password included. */
  url: string;
  port: number;
  pid: number;
  /** False when it was found running, left behind by a start that was killed or in the care of one that still runs. */
  started: boolean;
  /** Stops the server, unless it is in the care of another process that still runs. */
  stop(): Promise<void>;
}

/**
 * Runs the embedded PostgreSQL on `<dataDir>/postgres`: made at the first start, on a free port of 127.0.0.1, with a
 * password of its own. Its connection string is kept in `embeddedUrlFile(dataDir)`, readable by its owner alone.
 * A server that still runs there is used instead of a second one.
 * @throws YardmasterError when the folder is broken or the server doesn't start.
 */
export async function startEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const { settings, durable = true } = options;
  const folder = clusterFolder(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const password = passwordOf(dataDir);
  if (!existsSync(folder)) await makeCluster(folder, password, durable);
  checkCluster(folder);

  const speed: Record<string, string> = durable ? {} : { fsync: 'off', full_page_writes: 'off' };
  const { server, started } = await findOrStart(dataDir, folder, password, { ...speed, ...settings });
  const url = urlFor(server.port, password, DATABASE);
  keep(embeddedUrlFile(dataDir), url);
  const mine = takeIntoCare(dataDir, started);
  const { pid, port } = server;
  return { url, port, pid, started, stop: async () => (mine ? await stopPostmaster(pid) : undefined) };
}

/** The embedded PostgreSQL that runs on a data folder, or null when none does. */
export function findEmbedded(dataDir: string): Postmaster | null {
  return findPostmaster(clusterFolder(dataDir));
}

const clusterFolder = (dataDir: string) => path.resolve(dataDir, 'postgres');

function urlFor(port: number, password: string, database: string): string {
  return `postgresql://${CLUSTER_USER}:${password}@127.0.0.1:${port}/${database}`;
}

function passwordOf(dataDir: string): string {
  const file = embeddedUrlFile(dataDir);
  if (existsSync(file)) return new URL(readFileSync(file, 'utf8').trim()).password;
  if (existsSync(clusterFolder(dataDir))) {
    throw new YardmasterError(
      'configuration',
      `${file}, which holds the password of the database in ${clusterFolder(dataDir)}, is missing. Restore it, or move the folder away to begin with an empty database.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  // Kept before the cluster is made, so that there is never a cluster whose password nobody knows.
  keep(file, urlFor(1, password, DATABASE));
  return password;
}

function checkCluster(folder: string): void {
  const file = path.join(folder, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (version === MAJOR && existsSync(path.join(folder, 'global', 'pg_control'))) return;
  const what =
    version && version !== MAJOR
      ? `is of PostgreSQL ${version}, expected ${MAJOR}`
      : 'is not a whole database';
  throw new YardmasterError(
    'configuration',
    `The folder ${folder} ${what}. Restore it from a backup, or move it away to begin with an empty database.`,
  );
}

async function findOrStart(
  dataDir: string,
  folder: string,
  password: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ server: Postmaster; started: boolean }> {
  const logFile = path.join(dataDir, 'postgres.log');
  if (existsSync(logFile) && !findPostmaster(folder)) renameSync(logFile, `${logFile}.1`);
  let failure: unknown;
  for (let tries = 0; tries < (LEFTOVERS.test(String(failure)) ? LEFTOVERS_TRIES : START_TRIES); tries++) {
    // After a SIGKILL a server looks alive, and its orphans hold its shared memory, for a moment longer.
    if (tries > 0) await pause(250);
    try {
      const found = await waitUntilReady(folder);
      const server = found ?? (await startPostmaster(folder, await usualPort(dataDir), logFile, settings));
      await ensureDatabase(folder, server.port, password);
      return { server, started: found === null };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** The port of last time, so that whoever was connected before a crash finds the server again; else any that is free. */
function usualPort(dataDir: string): Promise<number> {
  const last = Number(new URL(readFileSync(embeddedUrlFile(dataDir), 'utf8').trim()).port);
  return freePort(last > 1 ? last : 0);
}

async function ensureDatabase(folder: string, port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor(port, password, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (cause) {
    // Made by another start at the same moment: refused as a duplicate name, or only by the catalogue's index.
    if (cause instanceof Error && 'code' in cause && (cause.code === '42P04' || cause.code === '23505'))
      return;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new YardmasterError(
      'unavailable',
      `The embedded PostgreSQL in ${folder} runs but can't be used: ${why}`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

// The server belongs to the first process that starts or finds it: a second start must not stop it under the first.
function takeIntoCare(dataDir: string, started: boolean): boolean {
  const file = path.join(dataDir, 'postgres.owner');
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (!started && owner > 0 && owner !== process.pid && isAlive(owner)) return false;
  keep(file, String(process.pid));
  return true;
}

function keep(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}

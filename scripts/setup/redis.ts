import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/lib/db/free-port';
import { claimRedisFolder, endAbandonedRedis, REDIS_FOLDER } from './abandoned-redis';
import { findRedisServer } from './find-redis';
import { redisCommand } from './redis-command';

const READY_WITHIN_MS = 60_000;
const POLL_MS = 20;

export interface RedisOptions {
  /** Port of 127.0.0.1; default: a free one. Give a former server's port to bring Redis "back" after an outage. */
  port?: number;
  /** More lines of redis.conf, such as `{ maxmemory: '20mb' }`; they win over the defaults. */
  settings?: Readonly<Record<string, string>>;
}

export interface RedisServer {
  /** `redis://127.0.0.1:<port>` */
  url: string;
  port: number;
  process: ChildProcess;
  /** Ends it in order and removes its folder. */
  stop(): Promise<void>;
  /** Ends it as a power cut would (SIGKILL). */
  kill(): Promise<void>;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  bind: '127.0.0.1',
  save: '',
  appendonly: 'no',
  'maxmemory-policy': 'noeviction',
  databases: '512',
  daemonize: 'no',
};

/** Starts a real Redis that keeps nothing on disk, in a folder of its own, and waits until it answers. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  endAbandonedRedis();
  const port = options.port ?? (await freePort());
  const folder = mkdtempSync(path.join(tmpdir(), REDIS_FOLDER));
  const flags = Object.entries({ ...DEFAULTS, dir: folder, port: String(port), ...options.settings }).flatMap(
    ([name, value]) => [`--${name}`, value],
  );
  const server = spawn(findRedisServer(), flags, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (server.pid) claimRedisFolder(folder, server.pid);
  let said = '';
  server.stdout.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const end = async (signal: NodeJS.Signals) => {
    server.kill(signal);
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(port))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`redis-server did not start on port ${port}: ${said}`);
    }
    await pause(POLL_MS);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    process: server,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await redisCommand(port, 'PING')).includes('+PONG');
  } catch {
    return false;
  }
}

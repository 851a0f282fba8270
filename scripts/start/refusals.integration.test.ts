import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findEmbedded } from '@/lib/db/embedded';
import { freePort } from '@/lib/db/free-port';
import { useTestDatabase } from '@/lib/db/testing';
import { startRedis } from '../setup/redis';
import { redisCommand } from '../setup/redis-command';
import { StartProcess } from './testing/start-process';

const database = useTestDatabase();
let folder: string;
let dataDir: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-refusal-'));
  dataDir = path.join(folder, 'data');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a start says that has to end by itself, with an exit code other than 0 and nothing left running. */
async function refusal(environment: Record<string, string>, args: string[] = []): Promise<string> {
  const one = new StartProcess(['--data-dir', dataDir, '--port', '0', ...args], environment);
  expect(await one.ended()).toBe(1);
  expect(findEmbedded(dataDir)).toBeNull();
  return one.said.trim();
}

describe('DATABASE_URL', () => {
  const own = (change: Partial<URL>) => Object.assign(new URL(database.url), change).href;
  const address = new URL(database.url).host;

  it('where nothing answers', async () => {
    const port = String(await freePort());
    expect(await refusal({ DATABASE_URL: own({ port }) })).toBe(
      `DATABASE_URL: nothing answers at 127.0.0.1:${port}. Is PostgreSQL running there?`,
    );
  });

  it('on a host that does not exist', async () => {
    expect(await refusal({ DATABASE_URL: own({ hostname: 'nowhere.invalid' }) })).toBe(
      'DATABASE_URL: there is no host named nowhere.invalid.',
    );
  });

  it('with a wrong password, which it does not repeat', async () => {
    expect(await refusal({ DATABASE_URL: own({ password: 'guessed' }) })).toBe(
      `DATABASE_URL: PostgreSQL at ${address} refused the password of the user yardmaster.`,
    );
  });

  it('of a database that does not exist', async () => {
    expect(await refusal({ DATABASE_URL: own({ pathname: '/missing' }) })).toBe(
      `DATABASE_URL: PostgreSQL at ${address} has no database named missing. Create it: createdb missing`,
    );
  });

  it('that is no address of PostgreSQL, with every other wrong setting', async () => {
    const said = await refusal({ DATABASE_URL: 'mysql://db/yard', WORKER_CONCURRENCY: '0' });
    expect(said).toContain('2 problem(s)');
    expect(said).toContain('DATABASE_URL: expected postgresql://user:password@host:port/database');
    expect(said).toContain('WORKER_CONCURRENCY:');
  });
});

describe('REDIS_URL', () => {
  it('where nothing answers', async () => {
    const port = await freePort();
    expect(await refusal({ REDIS_URL: `redis://127.0.0.1:${port}` })).toBe(
      `REDIS_URL: nothing answers at 127.0.0.1:${port}. Is Redis running there?`,
    );
  });

  it('of a Redis that evicts', async () => {
    const redis = await startRedis({ settings: { 'maxmemory-policy': 'allkeys-lru' } });
    try {
      expect(await refusal({ REDIS_URL: redis.url })).toMatch(
        /^REDIS_URL: expected a Redis with maxmemory-policy noeviction, found allkeys-lru, .*$/,
      );
    } finally {
      await redis.stop();
    }
  });

  it('of a Redis that wants a password', async () => {
    const redis = await startRedis();
    try {
      await redisCommand(redis.port, 'CONFIG SET requirepass right');
      expect(await refusal({ REDIS_URL: `redis://:guessed@127.0.0.1:${redis.port}` })).toBe(
        `REDIS_URL: Redis at 127.0.0.1:${redis.port} refused the user name or password.`,
      );
    } finally {
      await redis.stop();
    }
  });
});

describe('the data folder', () => {
  it('that is a file', async () => {
    writeFileSync(dataDir, '');
    expect(await refusal({})).toBe(
      `The data folder ${dataDir} cannot be used: expected a folder that this user may write, found a file in its place.`,
    );
  });

  it('whose database is broken', async () => {
    mkdirSync(path.join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(
      path.join(dataDir, 'postgres.url'),
      'postgresql://yardmaster:secret@127.0.0.1:1/yardmaster',
    );
    expect(await refusal({})).toBe(
      `The folder ${dataDir}/postgres is not a whole database. Restore it from a backup, or move it away to begin with an empty database.`,
    );
  });
});

it('says which flag it does not know', async () => {
  expect(await refusal({}, ['--prot', '4000'])).toBe("Unknown option '--prot'. See npm start -- --help.");
});

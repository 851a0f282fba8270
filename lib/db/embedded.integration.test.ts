import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedUrlFile, parseConfig } from '@/lib/config';
import { type EmbeddedPostgres, findEmbedded, startEmbedded } from './embedded';

let dataDir: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'yardmaster-embedded-'));
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbedded(dataDir, { durable: false });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

describe('startEmbedded', () => {
  it('runs in a folder that only root may enter, keeps its data, and tells the configuration where it is', async () => {
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(findEmbedded(dataDir)).toBeNull();

    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(42);
    expect(parseConfig({ DATA_DIR: dataDir }).databaseUrl).toBe(second.url);
    expect(statSync(embeddedUrlFile(dataDir)).mode & 0o777).toBe(0o600);
    expect(await ask(second.url, "SELECT current_setting('listen_addresses')")).toBe('127.0.0.1');
  });

  it('is one server for starts that come together', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map((server) => server.pid)).size).toBe(1);
  });

  it('uses the server that a killed start left behind, and then stops it', async () => {
    const script = `import { startEmbedded } from '@/lib/db/embedded';
      const server = await startEmbedded(${JSON.stringify(dataDir)}, { durable: false });
      console.log('pid', server.pid); setInterval(() => undefined, 1000);`;
    const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const pid = await new Promise<number>((resolve, reject) => {
      let said = '';
      other.stderr.on('data', (chunk) => (said += chunk));
      other.once('exit', () => reject(new Error(said)));
      other.stdout.on('data', (chunk) => resolve(Number(/pid (\d+)/.exec(String(chunk))?.[1])));
    });
    const gone = new Promise((resolve) => other.once('close', resolve));

    const whileItRuns = await startEmbedded(dataDir);
    await whileItRuns.stop();
    expect(findEmbedded(dataDir)?.pid).toBe(pid);

    other.kill('SIGKILL');
    await gone;
    const found = await start();
    expect(found).toMatchObject({ pid, started: false });
    await found.stop();
    expect(findEmbedded(dataDir)).toBeNull();
  });

  it('recovers after the server itself was killed', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(second.started).toBe(true);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(42);
  });

  it('is not misled by a file whose process number belongs to another program by now', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(
      path.join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.pid}\n${path.join(dataDir, 'postgres')}\n1\n${first.port}\n\n127.0.0.1\n\nready   \n`,
    );
    expect(findEmbedded(dataDir)).toBeNull();
    expect((await start()).started).toBe(true);
  });

  it('says in one sentence what is wrong with a broken folder', async () => {
    const folder = path.join(dataDir, 'postgres');
    writeFileSync(embeddedUrlFile(dataDir), 'postgresql://yardmaster:word@127.0.0.1:1/yardmaster');
    mkdirSync(folder);
    await expect(start()).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining('is not a whole database'),
    });
    writeFileSync(path.join(folder, 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/is of PostgreSQL 15, expected 18/);
    rmSync(embeddedUrlFile(dataDir));
    await expect(start()).rejects.toThrow(/holds the password .* is missing/);
  });

  it('leaves nothing half made', async () => {
    chmodSync(dataDir, 0o755);
    writeFileSync(path.join(dataDir, 'postgres'), 'in the way');
    await expect(start()).rejects.toThrow(/password/);
    expect(existsSync(embeddedUrlFile(dataDir))).toBe(false);
  });
});

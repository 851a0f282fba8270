import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applySetCookies } from 'better-auth/cookies';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createUser, prepareUser } from '@/lib/auth/create-user';
import { signIn } from '@/lib/auth/session';
import { db } from '@/lib/db/client';
import { freePort } from '@/lib/db/free-port';
import { useTestDatabase } from '@/lib/db/testing';
import { isBuilt } from './start/build-console';
import { type Descendant, StartProcess, stillRunning } from './start/testing/start-process';

const BUILD_MS = 300_000;
const TEST_MS = 240_000;

const database = useTestDatabase();
// Sessions are signed with it, and the test signs one for the console to read.
process.env.SECRET = 'a secret for the tests of the start command';

let folder: string;
let dataDir: string;
let running: StartProcess[];

function start(args: string[], environment?: Record<string, string>, script?: string): StartProcess {
  const one = new StartProcess(args, environment, script);
  running.push(one);
  return one;
}

const program = (below: readonly Descendant[], name: string) =>
  below.find(({ command }) => command.includes(name));

beforeAll(async () => {
  if (isBuilt()) return;
  const build = new StartProcess([], {}, 'build');
  if ((await build.ended()) !== 0) throw new Error(build.said);
}, BUILD_MS);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-start-'));
  dataDir = path.join(folder, 'data');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((one) => one.end()));
  rmSync(folder, { recursive: true, force: true });
});

it(
  'brings up database, worker and console, ends them all on SIGTERM and finds its data again',
  async () => {
    const port = await freePort();
    const args = ['--data-dir', dataDir, '--port', String(port)];
    const first = start(args);
    await first.says(/Applied \d+ migrations?/);
    await first.says(/Yardmaster .* is running/);
    expect(first.said).toContain(`Console    http://127.0.0.1:${port}`);
    expect(first.said).toMatch(/Worker {5}high, default, low; 10 slots/);
    const [link] = await first.says(/http:\S+\/setup\?token=\S+/);
    expect((await fetch(link)).status).toBe(200);

    const below = first.descendants();
    expect(program(below, 'worker/index.ts')).toBeDefined();
    expect(program(below, 'web-server.mjs')).toBeDefined();
    expect(program(below, `${dataDir}/postgres`)).toBeDefined();
    expect(await first.end()).toBe(0);
    expect(stillRunning(below)).toEqual([]);

    const second = start([...args, '--no-worker']);
    await second.says(/is running/);
    expect(second.said).not.toContain('Applied');
    expect(second.said).toContain('Worker     none here');
    expect(await second.end('SIGINT')).toBe(0);
  },
  TEST_MS,
);

it(
  'cuts the event streams that browsers hold open instead of waiting for them',
  async () => {
    const cookie = await signedInCookie();
    const one = start(['--data-dir', dataDir, '--port', '0', '--no-worker'], { DATABASE_URL: database.url });
    const [, address] = await one.says(/Console {4}(\S+)[\s\S]*Data {7}\S+/);
    const stream = await fetch(`${address}/api/events`, { headers: { cookie, accept: 'text/event-stream' } });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const read = stream.text().catch(() => undefined);
    expect(await one.end()).toBe(0);
    await read;
    expect(one.said).not.toContain('is killed');
  },
  TEST_MS,
);

it(
  'refuses a second start on the same data folder and leaves the first alone',
  async () => {
    const first = start(['--data-dir', dataDir, '--port', '0', '--no-worker']);
    await first.says(/is running/);
    const second = start(['--data-dir', dataDir, '--port', '0', '--no-worker']);
    expect(await second.ended()).toBe(1);
    expect(second.said.trim()).toBe(
      `Yardmaster already runs on the data folder ${dataDir}. Stop it first, or give this one a folder of its own with --data-dir.`,
    );
    const web = start(['--data-dir', dataDir, '--port', '0'], {}, 'web');
    await web.says(/is running/);
    expect(await web.end()).toBe(0);
    expect(stillRunning(first.descendants()).length).toBeGreaterThan(1);
  },
  TEST_MS,
);

it(
  'starts a crashed child again and says so',
  async () => {
    const one = start(['--data-dir', dataDir, '--port', '0', '--no-worker']);
    const [, address] = await one.says(/Console {4}(\S+)/);
    const web = program(one.descendants(), 'web-server.mjs');
    if (!web) throw new Error('There is no web process.');
    process.kill(web.pid, 'SIGKILL');
    await one.says(/The web process ended unexpectedly \(signal SIGKILL\); it starts again in 1 s/);
    await expect
      .poll(
        () =>
          fetch(`${address}/setup`).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 60_000 },
      )
      .toBe(true);
  },
  TEST_MS,
);

it(
  'lets children end with a start that is killed; the next one uses the database that still runs',
  async () => {
    const first = start(['--data-dir', dataDir, '--port', '0']);
    await first.says(/is running/);
    const below = first.descendants();
    const children = below.filter(({ command }) => !command.includes('postgres'));
    expect(children.length).toBeGreaterThan(1);
    await first.end('SIGKILL');
    await expect.poll(() => stillRunning(children), { timeout: 60_000 }).toEqual([]);
    const database = below.filter(({ command }) => command.includes(`${dataDir}/postgres`));
    expect(stillRunning(database)).toEqual(database);

    const second = start(['--data-dir', dataDir, '--port', '0', '--no-worker']);
    await second.says(/Found the embedded PostgreSQL still running; using it/);
    await second.says(/is running/);
    expect(await second.end()).toBe(0);
    await expect.poll(() => stillRunning(database), { timeout: 60_000 }).toEqual([]);
  },
  TEST_MS,
);

it('says which port is in use', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const one = start(['--data-dir', dataDir, '--port', String(port)]);
  expect(await one.ended()).toBe(1);
  expect(one.said.trim()).toBe(
    `Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or choose another port with --port.`,
  );
  await new Promise((resolve) => taken.close(resolve));
});

it(
  "uses a database of one's own, and leaves it running",
  async () => {
    const one = start(['--data-dir', dataDir, '--port', '0'], { DATABASE_URL: database.url });
    await one.says(/is running/);
    expect(one.said).toMatch(/Database {3}PostgreSQL at 127\.0\.0\.1:\d+, test_\d+/);
    expect(program(one.descendants(), `${dataDir}/postgres`)).toBeUndefined();
    expect(await one.end()).toBe(0);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.end();
  },
  TEST_MS,
);

/** What a browser sends once somebody has signed in. */
async function signedInCookie(): Promise<string> {
  const person = { name: 'olga', email: 'olga@example.org', password: 'a password of some length' };
  await createUser(db(), await prepareUser({ ...person, role: 'viewer' }));
  const headers = new Headers();
  applySetCookies(headers, await signIn(person, headers));
  return headers.get('cookie') ?? '';
}

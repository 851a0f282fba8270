import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applySetCookies } from 'better-auth/cookies';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-start-'));
const started: StartProcess[] = [];

function start(args: string[], environment?: Record<string, string>, script?: string): StartProcess {
  const one = new StartProcess(args, environment, script);
  started.push(one);
  return one;
}

const program = (below: readonly Descendant[], name: string) =>
  below.find(({ command }) => command.includes(name));

beforeAll(async () => {
  if (isBuilt()) return;
  const build = new StartProcess([], {}, 'build');
  if ((await build.ended()) !== 0) throw new Error(build.said);
}, BUILD_MS);

afterAll(async () => {
  await Promise.all(started.map((one) => one.end()));
  rmSync(folder, { recursive: true, force: true });
});

// Told in turn: a start costs seconds, and each goes on where the one before has left the folder.
describe('a data folder through its life', { timeout: TEST_MS }, () => {
  const dataDir = path.join(folder, 'data');
  const args = ['--data-dir', dataDir, '--port'];
  const inFolder = `${dataDir}/postgres`;
  let second: StartProcess;
  let cluster: Descendant[];

  it('the first start brings up database, worker and console, and ends them all on SIGTERM', async () => {
    const port = await freePort();
    const first = start([...args, String(port)]);
    await first.says(/Applied \d+ migrations?/);
    await first.says(/Yardmaster .* is running/);
    expect(first.said).toContain(`Console    http://127.0.0.1:${port}`);
    expect(first.said).toMatch(/Worker {5}high, default, low; 10 slots/);
    const [link] = await first.says(/http:\S+\/setup\?token=\S+/);
    expect((await fetch(link)).status).toBe(200);

    const below = first.descendants();
    expect(program(below, 'scripts/worker.mjs')).toBeDefined();
    expect(program(below, 'web-server.mjs')).toBeDefined();
    expect(program(below, inFolder)).toBeDefined();
    expect(await first.end()).toBe(0);
    expect(stillRunning(below)).toEqual([]);
  });

  it('the second start finds its data again', async () => {
    second = start([...args, '0']);
    await second.says(/is running/);
    expect(second.said).not.toContain('Applied');
  });

  it('another start beside it is refused and leaves it alone; a console of its own is welcome', async () => {
    const another = start([...args, '0', '--no-worker']);
    expect(await another.ended()).toBe(1);
    expect(another.said.trim()).toBe(
      `Yardmaster already runs on the data folder ${dataDir}. Stop it first, or give this one a folder of its own with --data-dir.`,
    );
    const web = start([...args, '0'], {}, 'web');
    await web.says(/is running/);
    expect(await web.end()).toBe(0);
    expect(program(second.descendants(), 'web-server.mjs')).toBeDefined();
    expect(program(second.descendants(), inFolder)).toBeDefined();
  });

  it('a child that crashes is started again, and it says so', async () => {
    const [, address] = await second.says(/Console {4}(\S+)/);
    const web = program(second.descendants(), 'web-server.mjs');
    if (!web) throw new Error('There is no web process.');
    process.kill(web.pid, 'SIGKILL');
    await second.says(/The web process ended unexpectedly \(signal SIGKILL\); it starts again in 1 s/);
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
  });

  it('killed, it takes its children along, but not the database', async () => {
    const below = second.descendants();
    const children = below.filter(({ command }) => !command.includes('postgres'));
    expect(program(children, 'scripts/worker.mjs')).toBeDefined();
    expect(program(children, 'web-server.mjs')).toBeDefined();
    await second.end('SIGKILL');
    await expect.poll(() => stillRunning(children), { timeout: 60_000 }).toEqual([]);
    cluster = below.filter(({ command }) => command.includes(inFolder));
    expect(cluster).not.toEqual([]);
    expect(stillRunning(cluster)).toEqual(cluster);
  });

  it('the next one uses the database that still runs, without a worker, and ends it on SIGINT', async () => {
    const third = start([...args, '0', '--no-worker']);
    await third.says(/Found the embedded PostgreSQL still running; using it/);
    await third.says(/is running/);
    expect(third.said).toContain('Worker     none here');
    expect(await third.end('SIGINT')).toBe(0);
    await expect.poll(() => stillRunning(cluster), { timeout: 60_000 }).toEqual([]);
  });
});

it("uses a database of one's own and leaves it running; its end cuts the event streams that browsers hold open", {
  timeout: TEST_MS,
}, async () => {
  const cookie = await signedInCookie();
  const dataDir = path.join(folder, 'without a database');
  const one = start(['--data-dir', dataDir, '--port', '0'], { DATABASE_URL: database.url });
  const [, address] = await one.says(/Console {4}(\S+)[\s\S]*Data {7}\S+/);
  expect(one.said).toMatch(/Database {3}PostgreSQL at 127\.0\.0\.1:\d+, test_\d+/);
  expect(program(one.descendants(), `${dataDir}/postgres`)).toBeUndefined();

  const stream = await fetch(`${address}/api/events`, { headers: { cookie, accept: 'text/event-stream' } });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const read = stream.text().catch(() => undefined);
  expect(await one.end()).toBe(0);
  await read;
  expect(one.said).not.toContain('is killed');
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.end();
});

it('says which port is in use', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const one = start(['--data-dir', path.join(folder, 'never used'), '--port', String(port)]);
  expect(await one.ended()).toBe(1);
  expect(one.said.trim()).toBe(
    `Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or choose another port with --port.`,
  );
  await new Promise((resolve) => taken.close(resolve));
});

/** What a browser sends once somebody has signed in. */
async function signedInCookie(): Promise<string> {
  const person = { name: 'olga', email: 'olga@example.org', password: 'a password of some length' };
  await createUser(db(), await prepareUser({ ...person, role: 'viewer' }));
  const headers = new Headers();
  applySetCookies(headers, await signIn(person, headers));
  return headers.get('cookie') ?? '';
}

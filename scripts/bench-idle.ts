import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createUser, prepareUser } from '@/lib/auth/create-user';
import { signIn } from '@/lib/auth/session';
import { setEnvironment } from '@/lib/config';
import { closeDb, db, pool } from '@/lib/db/client';
import { startEmbedded } from '@/lib/db/embedded';
import { freePort } from '@/lib/db/free-port';
import { openTabs } from './idle/open-tabs';
import { processorTimeMs } from './idle/processor-time';
import { startRedis } from './setup/redis';
import { runScript } from './setup/run-script';
import { root } from './start/root';
import { waitForWeb } from './start/web-ready';
import { waitForWorker } from './start/worker-ready';

const HELP = `Measures what a console and a worker cost that have nothing to do: processor time and statements, with and without tabs.

  npm run bench:idle -- [--seconds 60] [--tabs 200] [--redis]

  --redis  the transport is a Redis of its own; else it is in Postgres

It starts an installation of its own, which is gone afterwards. Linux only: processor time comes from /proc.`;

const SECOND = 1000;
const SETTLE_MS = 20 * SECOND;
// The console may have to be built first.
const STARTED_WITHIN_MS = 600 * SECOND;
const credentials = { email: 'admin@example.org', password: randomBytes(12).toString('hex') };

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      tabs: { type: 'string', default: '200' },
      redis: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-idle-'));
  const postgres = await startEmbedded(folder, {
    settings: { shared_preload_libraries: 'pg_stat_statements' },
  });
  const redis = values.redis ? await startRedis() : null;
  const port = await freePort();
  setEnvironment({
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    SECRET: randomBytes(32).toString('hex'),
    HOST: '127.0.0.1',
    PORT: String(port),
    ...(redis ? { REDIS_URL: redis.url } : {}),
  });
  const console_ = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  const ended = new Promise((resolve) => console_.once('close', resolve));
  try {
    const started = AbortSignal.timeout(STARTED_WITHIN_MS);
    while (!(await waitForWeb('127.0.0.1', port, started)));
    await waitForWorker(new Date(0), started);
    await pool().query('CREATE EXTENSION pg_stat_statements');
    await createUser(
      db(),
      await prepareUser({ name: 'Administrator', role: 'administrator', ...credentials }),
    );
    const cookie = (await signIn(credentials, new Headers())).map((text) => text.split(';')[0]).join('; ');
    const look = (what: string) =>
      measure(what, Number(values.seconds) * SECOND, [console_.pid ?? 0, postgres.pid]);
    await pause(SETTLE_MS);
    await look('nobody looks');
    for (const tabs of [1, Number(values.tabs)]) {
      const close = await openTabs(`http://127.0.0.1:${port}`, cookie, tabs);
      await pause(SETTLE_MS);
      await look(`${tabs} tabs on the overview`);
      await close();
    }
  } finally {
    await closeDb();
    console_.kill('SIGTERM');
    await ended;
    await redis?.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Prints what the processes and the database did within some time. */
async function measure(what: string, ms: number, roots: readonly number[]): Promise<void> {
  await pool().query('SELECT pg_stat_statements_reset()');
  const [began, before] = [performance.now(), processorTimeMs(roots)];
  await pause(ms);
  const seconds = (performance.now() - began) / SECOND;
  const share = (processorTimeMs(roots) - before) / seconds / 10;
  const { rows } = await pool().query<{ calls: number }>(
    `SELECT sum(calls)::float8 AS calls FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
      WHERE d.datname = current_database()`,
  );
  console.log(
    `${what}: ${share.toFixed(2)} % of a core, ${((rows[0]?.calls ?? 0) / seconds).toFixed(1)} statements a second`,
  );
}

import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { closeDb } from '@/lib/db/client';
import { flushEvents } from '@/lib/events/publish';
import { flushCounts } from '@/lib/statistics/count-ends';
import { redisCommand } from './redis-command';
import { adminUrl } from './test-services';

const REDIS_DATABASES = 512;
const CLOSED_WITHIN_MS = 30_000;
const POLL_MS = 20;

const template = new URL(inject('templateUrl'));
const redisPort = inject('redisPort');
const admin = new pg.Client({ connectionString: adminUrl(template.href) });
await admin.connect();
const { rows } = await admin.query<{ no: string }>("SELECT nextval('test_file') AS no");
const no = Number(rows[0]?.no);
const name = `test_${no}`;
const redisDatabase = no % REDIS_DATABASES;
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
process.env.DATABASE_URL = Object.assign(new URL(template), { pathname: `/${name}` }).href;
process.env.TEST_REDIS_URL = `redis://127.0.0.1:${redisPort}/${redisDatabase}`;

afterAll(async () => {
  // Else their timers may open the database again.
  await flushCounts();
  await flushEvents();
  await closeDb();
  const left = await openConnections();
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
  await redisCommand(redisPort, `SELECT ${redisDatabase}`, 'FLUSHDB');
  if (left.length > 0) throw new Error(`This file left connections to Postgres open: ${left.join(', ')}`);
});

/** What is still connected to this file's database once those that were just closed are gone. */
async function openConnections(): Promise<string[]> {
  const deadline = Date.now() + CLOSED_WITHIN_MS;
  for (;;) {
    const { rows: open } = await admin.query<{ who: string }>(
      `SELECT format('%s (%s)', application_name, left(query, 80)) AS who FROM pg_stat_activity
       WHERE datname = $1 AND backend_type = 'client backend'`,
      [name],
    );
    if (open.length === 0 || Date.now() > deadline) return open.map((row) => row.who);
    await pause(POLL_MS);
  }
}

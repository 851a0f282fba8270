/**
 * Processing rate of no-op jobs: raw BullMQ on Redis beside Yardmaster on the same Redis, alternating.
 *   npm run bench -- [--jobs 20000] [--rounds 3]
 * Postgres is the embedded one with fsync on; Redis has appendonly everysec. A Yardmaster job counts when its
 * completed row is durable.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { startRedis } from '@/scripts/setup/redis';

const { values } = parseArgs({ options: { jobs: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '3' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-bench-'));
const postgres = await startEmbedded(folder);
const redis = await startRedis({ settings: { appendonly: 'yes', appendfsync: 'everysec' } });
await migrate(postgres.url);

/** One cell in a process of its own: prints its jobs a second as its last line. */
async function cell(name: string, slots: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', `bench/cells/${name}.ts`, String(values.jobs), String(slots)], {
    env: { ...process.env, DATABASE_URL: postgres.url, REDIS_URL: redis.url, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${name} with ${slots} slots ended with ${code}:\n${output}`);
  return Number(output.trim().split('\n').at(-1));
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const rows: Record<string, Record<string, string>> = {};
for (const slots of [50, 200]) {
  const rates = { 'raw-bullmq': [] as number[], yardmaster: [] as number[] };
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const name of ['raw-bullmq', 'yardmaster'] as const) {
      const rate = await cell(name, slots);
      // The first round only warms the machine up.
      if (round > 0) rates[name].push(rate);
    }
  }
  const show = (numbers: number[]) => `${Math.round(median(numbers))} (${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))})`;
  rows[`${slots} slots`] = {
    'raw BullMQ, jobs/s': show(rates['raw-bullmq']),
    'Yardmaster, jobs/s': show(rates.yardmaster),
    ratio: (median(rates.yardmaster) / median(rates['raw-bullmq'])).toFixed(2),
  };
}
console.table(rows);
await redis.stop();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });

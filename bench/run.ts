/**
 * Speed beside peers, in one run on the same Postgres and the same Redis:
 *   npm run bench -- [--only process-50,process-200] [--contenders bullmq-redis,yardmaster-redis] [--rounds 5] [--warmups 3] [--scale 1]
 * Rounds alternate between the contenders, so that a machine that slows down slows all of them.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contenders } from './contenders';
import { measurements } from './measurements';
import { startServices } from './services';
import { type Figures, keyOf, markdownTable } from './table';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(measurements).join(',') },
    contenders: { type: 'string', default: Object.keys(contenders).join(',') },
    rounds: { type: 'string', default: '5' },
    warmups: { type: 'string', default: '3' },
    scale: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const names = values.contenders.split(',');
const keys = values.only.split(',');
for (const name of names) if (!contenders[name]) throw new Error(`--contenders: there is no ${name}; expected some of ${Object.keys(contenders)}.`);
for (const key of keys) if (!measurements[key]) throw new Error(`--only: there is no ${key}; expected some of ${Object.keys(measurements)}.`);

const services = await startServices(names);

async function cell(name: string, key: string): Promise<number> {
  const node = contenders[name]?.node === 'newest' ? 'bench/node_modules/.bin/node' : process.execPath;
  const child = spawn(node, ['--import', 'tsx', 'bench/cell.ts', name, key, values.scale], {
    env: { ...process.env, BENCH_POSTGRES: services.databaseOf(name), BENCH_REDIS: services.redis, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${name}, ${key}: ended with ${code}\n${output}`);
  return (JSON.parse(output.trim().split('\n').at(-1) ?? '') as { figure: number }).figure;
}

const figures: Figures = new Map();
try {
  const warmups = Number(values.warmups);
  for (const key of keys) {
    for (let round = 0; round < warmups + Number(values.rounds); round++) {
      for (const name of names) {
        const figure = await cell(name, key);
        if (round < warmups) continue;
        const id = keyOf(name, key);
        figures.set(id, [...(figures.get(id) ?? []), figure]);
      }
      process.stderr.write('.');
    }
    process.stderr.write(` ${key}\n`);
  }
} finally {
  await services.stop();
}
const table = markdownTable(names, keys, figures);
console.log(table);
if (values.out) writeFileSync(values.out, `${table}\n`);

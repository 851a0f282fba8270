import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { setEnvironment } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { YardmasterError } from '@/lib/errors';
import { printReport } from './chaos/print-report';
import { runChaos } from './chaos/run-chaos';
import { bundleWorkerPrograms } from './setup/bundle-workers';
import { startRedis } from './setup/redis';
import { runScript } from './setup/run-script';
import { startScratchPostgres } from './setup/scratch-postgres';
import { say } from './start/say';

const usage = `Usage: npm run test:chaos -- [--kills N] [--backend redis|postgres] [--workers N] [--rate N] [--seed N]

Works off a stream of jobs in a database (and a Redis) of its own while its workers are killed at random, the
transport loses everything now and then, queues are paused and jobs cancelled. Then checks that no job was lost,
none is stuck, and none ran twice without a lost or failed attempt between. Ends with 1 when something is wrong.

  --kills N     workers to kill (default: 200)
  --backend B   transport: redis (default) or postgres
  --workers N   worker processes at once (default: 4)
  --rate N      jobs, or batches of them, a second (default: 25)
  --seed N      makes the same decisions again (default: a new one, which is told)`;

const wholeNumber = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new YardmasterError(
    'invalid_input',
    `--${name} expects a whole number from ${least} on; got "${text}".`,
  );
};

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      backend: { type: 'string', default: 'redis' },
      workers: { type: 'string', default: '4' },
      rate: { type: 'string', default: '25' },
      seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return say(usage);
  if (values.backend !== 'redis' && values.backend !== 'postgres')
    throw new YardmasterError(
      'invalid_input',
      `--backend expects redis or postgres; got "${values.backend}".`,
    );
  const numbers = {
    kills: wholeNumber('kills', values.kills, 1),
    workers: wholeNumber('workers', values.workers, 1),
    rate: wholeNumber('rate', values.rate, 1),
    seed: wholeNumber('seed', values.seed, 1),
  };
  const removePrograms = await bundleWorkerPrograms();
  const postgres = await startScratchPostgres();
  const redis = values.backend === 'redis' ? await startRedis() : null;
  try {
    setEnvironment({ DATABASE_URL: postgres.url, REDIS_URL: '' });
    await migrate(postgres.url);
    say(`Chaos with seed ${numbers.seed}: ${numbers.kills} kills on ${values.backend}`);
    const onKill = (kills: number) => process.stdout.write(`\r${kills} of ${numbers.kills} killed `);
    const report = await runChaos({ ...numbers, redis, onKill });
    say(`\n\n${printReport(report)}`);
    if (!report.ok) process.exitCode = 1;
  } finally {
    await closeDb();
    await redis?.stop();
    await postgres.stop();
    removePrograms();
  }
});

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { config } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { setIsolatedEntry } from '@/lib/jobs/execute/isolated-run';
import { runWorker } from '@/lib/worker/run-worker';

const HELP = `Usage: npm run worker -- [queue ...] [--concurrency N] [--shutdown-timeout S]

  queue                  queues to serve, the most urgent first (default: high default low)
  --concurrency N        jobs at once (default: WORKER_CONCURRENCY, ${config().workerConcurrency})
  --shutdown-timeout S   seconds that a shutdown waits for running jobs (default: 25)
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      concurrency: { type: 'string' },
      'shutdown-timeout': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  // Bundled, it lies beside the program of isolated jobs.
  if (import.meta.url.endsWith('.mjs'))
    setIsolatedEntry(fileURLToPath(new URL('isolated-child.mjs', import.meta.url)));
  const worker = await runWorker({
    queues: positionals,
    slots: whole('--concurrency', values.concurrency, config().workerConcurrency, 1, 1000),
    shutdownTimeoutMs: whole('--shutdown-timeout', values['shutdown-timeout'], 25, 0, 3600) * 1000,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void worker.stop(signal));
  await worker.stopped;
  await closeDb();
}

function whole(
  name: string,
  text: string | undefined,
  otherwise: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new YardmasterError(
    'configuration',
    `${name} expects a whole number from ${least} to ${most}, got "${text}".`,
  );
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(
      `${error instanceof YardmasterError || error?.code?.startsWith?.('ERR_PARSE_ARGS') ? error.message : error?.stack}\n`,
    );
    process.exit(1);
  },
);

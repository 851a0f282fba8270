import { setIsolatedEntry } from '@/lib/jobs/execute/isolated-run';
import { addFixtures } from '@/lib/jobs/testing/fixture-plugin';
import { runWorker } from '../run-worker';
import { leaveOutCore } from './leave-out-core';
import { workerProgram } from './worker-program';

// A worker process for tests: like worker/index.ts, with the fixture plugin unless NO_FIXTURES is set (an older release).
const [slots = '10', shutdownTimeoutMs = '5000', ...queues] = process.argv.slice(2);
if (!process.env.NO_FIXTURES) await addFixtures();
await leaveOutCore();
setIsolatedEntry(workerProgram('lib/worker/testing/isolated-child'));
const worker = await runWorker({
  queues,
  slots: Number(slots),
  shutdownTimeoutMs: Number(shutdownTimeoutMs),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void worker.stop(signal));
process.stdout.write(`ready ${worker.id}\n`);
await worker.stopped;
process.exit(0);

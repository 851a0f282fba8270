import path from 'node:path';
import { setIsolatedEntry } from '@/lib/jobs/execute/isolated-run';
import { registry } from '@/lib/jobs/registry';
import { declaredSystemJobs } from '@/lib/jobs/system-job';
import { addFixtures } from '@/lib/jobs/testing/fixture-plugin';
import { runWorker } from '../run-worker';

// A worker process for tests: like worker/index.ts, with the fixture plugin.
const [slots = '10', shutdownTimeoutMs = '5000', ...queues] = process.argv.slice(2);
await addFixtures();
// Tests count the jobs they make: the system jobs of the installation stay out.
const known = await registry();
for (const runner of declaredSystemJobs.keys()) {
  if (known.keyOf(runner).startsWith('core.')) declaredSystemJobs.delete(runner);
}
setIsolatedEntry(path.resolve('lib/worker/testing/isolated-child.ts'));
const worker = await runWorker({
  queues,
  slots: Number(slots),
  shutdownTimeoutMs: Number(shutdownTimeoutMs),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void worker.stop(signal));
process.stdout.write(`ready ${worker.id}\n`);
await worker.stopped;
process.exit(0);

import { registry } from '@/lib/jobs/registry';
import { runWorker } from '@/lib/worker/run-worker';
import { leaveOutCore } from '@/lib/worker/testing/leave-out-core';
import { ChaosPlugin } from './jobs';

// A worker process of the chaos run. It is killed sooner or later.
const [slots = '8', shutdownTimeoutMs = '5000'] = process.argv.slice(2);
(await registry()).addPlugin(new ChaosPlugin());
await leaveOutCore();
const worker = await runWorker({ slots: Number(slots), shutdownTimeoutMs: Number(shutdownTimeoutMs) });
process.on('SIGTERM', () => void worker.stop('SIGTERM'));
process.stdout.write(`ready ${worker.id}\n`);
await worker.stopped;
process.exit(0);

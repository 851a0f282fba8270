import { db, pool } from '@/lib/db/client';
import { JobRunner } from '@/lib/jobs';
import { registry } from '@/lib/jobs/registry';
import { runWorker } from '@/lib/worker/run-worker';

class Returns extends JobRunner {
  async run() {}
}

const [jobs, slots] = process.argv.slice(2).map(Number) as [number, number];
(await registry()).addRunner(Returns);
await pool().query('TRUNCATE job CASCADE');
for (let start = 0; start < jobs; start += 1000) await Returns.enqueueMany(Array.from({ length: 1000 }, () => ({})));
const begun = performance.now();
const worker = await runWorker({ queues: ['default'], slots, shutdownTimeoutMs: 5_000 });
for (let left = jobs; left > 0; ) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { rows } = await pool().query<{ left: number }>(
    "SELECT count(*)::int AS left FROM job WHERE status IN ('pending', 'running') AND runner = 'Returns'",
  );
  left = rows[0]?.left ?? 0;
}
const seconds = (performance.now() - begun) / 1000;
const once = await db().job.count({ where: { runner: 'Returns', status: 'completed', attemptNo: 1 } });
if (once !== jobs) throw new Error(`${once} of ${jobs} jobs completed once`);
console.log(jobs / seconds);
await worker.stop();
process.exit(0);

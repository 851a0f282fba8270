import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

const [jobs, slots] = process.argv.slice(2).map(Number) as [number, number];
const connection = new Redis(process.env.REDIS_URL ?? '', { maxRetriesPerRequest: null });
const queue = new Queue('raw', { connection });
for (let start = 0; start < jobs; start += 1000) {
  await queue.addBulk(Array.from({ length: 1000 }, (_, n) => ({ name: 'job', data: { n }, opts: { removeOnComplete: true } })));
}
let done = 0;
const begun = performance.now();
await new Promise<void>((resolve) => {
  const worker = new Worker('raw', async () => undefined, { connection, concurrency: slots });
  worker.on('completed', () => {
    if (++done === jobs) resolve();
  });
});
console.log(jobs / ((performance.now() - begun) / 1000));
process.exit(0);

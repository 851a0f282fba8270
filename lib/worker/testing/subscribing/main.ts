import { setTimeout as pause } from 'node:timers/promises';
import { type JobEventName, onJobEvent } from '@/lib/jobs';

// The worker process for tests, with subscribers: one that fails, one that takes its time, one that tells what it hears.
const names: JobEventName[] = ['job.started', 'job.completed', 'job.failed', 'job.errored', 'job.cancelled'];
for (const name of names) {
  onJobEvent(name, () => {
    throw new Error('The pager is off');
  });
  onJobEvent(name, () => pause(50));
  onJobEvent(name, ({ job }) => {
    process.stdout.write(`heard ${name} ${job.id} ${job.status} ${job.reason} ${job.attemptNo}\n`);
  });
}
await import('../main');

import { setTimeout as pause } from 'node:timers/promises';
import { objectRef } from '@/lib/jobs';
import { Recurs, Refuses, Stumbles, Works, WorksOnce } from './jobs';
import { recordAsked } from './ledger';
import type { Random } from './random';

const QUEUES = ['high', 'default', 'low'] as const;
const KEYS = 10;
/** Schedules that recur every minute, spread over it. */
const SCHEDULES = 12;

/** Makes the schedules. Their first occurrences fall due within the minute. */
export async function startSchedules(): Promise<void> {
  for (let n = 0; n < SCHEDULES; n++) {
    const scheduleAt = new Date(Date.now() + 1_000 + (n * 60_000) / SCHEDULES);
    const job = await Recurs.enqueue({ interval: 1, scheduleAt, args: { ms: n * 100 } });
    await recordAsked([job], 'recurring', scheduleAt);
  }
}

/** Enqueues jobs of every sort, about `rate` a second, until `signal` is aborted. */
export async function streamJobs(random: Random, rate: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await enqueueSome(random);
    await pause((2 * random.next() * 1000) / rate);
  }
}

async function enqueueSome(random: Random): Promise<void> {
  const queueName = random.pick(QUEUES);
  const dice = random.next();
  if (dice < 0.35) return recordAsked([await Works.enqueue({ queueName })], 'short');
  if (dice < 0.5) {
    return recordAsked(
      [await Works.enqueue({ queueName, args: { ms: random.between(200, 2_500) } })],
      'long',
    );
  }
  if (dice < 0.6) return recordAsked([await Refuses.enqueue({ queueName })], 'failing');
  if (dice < 0.75) {
    return recordAsked(
      [await Stumbles.enqueue({ queueName, args: { ms: random.between(0, 300) } })],
      'retrying',
    );
  }
  if (dice < 0.87) {
    const scheduleAt = new Date(Date.now() + random.between(200, 8_000));
    return recordAsked([await Works.enqueue({ queueName, scheduleAt })], 'scheduled', scheduleAt);
  }
  if (dice < 0.97) {
    const instance = objectRef('chaos.wagon', Math.floor(random.between(0, KEYS)));
    const args = { ms: Math.round(random.between(0, 3)) * 250 };
    return recordAsked([await WorksOnce.enqueueOnce({ instance, queueName, args })], 'once');
  }
  return recordAsked(await Works.enqueueMany(Array.from({ length: 30 }, () => ({ queueName }))), 'many');
}

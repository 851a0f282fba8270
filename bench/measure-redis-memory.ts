import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { addJobs, type Bench, type Measurement } from './measurement';
import type { Meter } from './meter';
import { WorkerProcess } from './worker-process';

const A_DAY_MS = 86_400_000;
const SETTLED_MS = 2_000;
/** Bytes that a Redis at rest may go up and down by. */
const SAME = 10_000;

/** What each waiting job takes of Redis's memory, all connections of workers closed. */
export function redisMemory(jobs: number): Measurement {
  return {
    title: `Redis, each of ${jobs.toLocaleString('en')} waiting`,
    unit: 'bytes',
    higherIsBetter: false,
    once: true,
    appliesTo: ({ stores }) => stores.includes('redis'),
    async measure(bench) {
      const many = bench.size(jobs);
      await bench.contender.clear();
      const before = await settledMemory(bench.meter);
      await (bench.contender.fillTables?.(many, 0) ?? addJobs(bench, many));
      if (bench.entry.dispatches) await dispatch(bench);
      return { figure: ((await settledMemory(bench.meter)) - before) / many };
    },
  };
}

/** Lets a worker that can take no more than one job move into Redis what it would, and ends it. */
async function dispatch({ name, meter }: Bench): Promise<void> {
  const worker = await WorkerProcess.open(name);
  try {
    const started = once(worker, 'started');
    worker.work({ slots: 1, ms: A_DAY_MS });
    await worker.unlessLost(started);
    await settledMemory(meter);
  } finally {
    await worker.kill();
  }
}

/** What Redis uses once it has given back what belonged to jobs of before, such as the tables of its keys. */
async function settledMemory(meter: Meter): Promise<number> {
  for (let last = await meter.redisMemory(); ; ) {
    await pause(SETTLED_MS);
    const now = await meter.redisMemory();
    if (Math.abs(now - last) < SAME) return now;
    last = now;
  }
}

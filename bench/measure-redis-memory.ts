import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { addJobs, type Bench, type Measurement } from './measurement';
import { WorkerProcess } from './worker-process';

const A_DAY_MS = 86_400_000;
const SETTLED_MS = 2_000;
const SAME = 0.001;

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
      const before = await bench.meter.redisMemory();
      await (bench.contender.fillTables?.(many, 0) ?? addJobs(bench, many));
      if (bench.entry.dispatches) await dispatch(bench);
      return { figure: ((await bench.meter.redisMemory()) - before) / many };
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
    for (let last = 0, now = await meter.redisMemory(); Math.abs(now - last) > now * SAME; ) {
      await pause(SETTLED_MS);
      [last, now] = [now, await meter.redisMemory()];
    }
  } finally {
    await worker.kill();
  }
}

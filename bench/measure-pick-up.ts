import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Measurement } from './measurement';
import { WorkerProcess } from './worker-process';

const WARM_UP = 5;

/** From the call that adds a job until it begins, in a worker that has nothing else to do. `figure` is the median. */
export const pickUp: Measurement = {
  title: 'idle pick-up',
  unit: 'ms',
  higherIsBetter: false,
  async measure(bench) {
    const { contender } = bench;
    await contender.clear();
    const worker = await WorkerProcess.open(bench.name);
    const waits: number[] = [];
    try {
      worker.work({ slots: 10, tellEach: true });
      for (let n = 0; n < WARM_UP + bench.full(200); n++) {
        const started = worker.unlessLost(once(worker, 'started'));
        const added = process.hrtime.bigint();
        const [, [at]] = (await Promise.all([contender.add(), started])) as [unknown, [bigint]];
        waits.push(Number(at - added) / 1e6);
        while ((await contender.left()) > 0) await pause(1);
      }
      await worker.stop();
    } finally {
      await worker.kill();
    }
    const sorted = waits.slice(WARM_UP).sort((a, b) => a - b);
    const quantile = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
    return { figure: quantile(0.5), p99: quantile(0.99) };
  },
};

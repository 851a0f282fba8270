import { performance } from 'node:perf_hooks';
import type { Contender } from './contender';

export interface Measurement {
  title: string;
  unit: string;
  /** Whether a larger figure is the better one. */
  higherIsBetter: boolean;
  /** One figure; throws when a job was lost or ran twice. */
  measure(contender: Contender, scale: number): Promise<number>;
}

const BULK = 1_000;
const POLL_MS = 25;

const perSecond = (many: number, begun: number): number => many / ((performance.now() - begun) / 1000);

async function fill(contender: Contender, many: number): Promise<void> {
  await contender.clear();
  for (let left = many; left > 0; left -= BULK) await contender.addBulk(Math.min(BULK, left));
}

async function drain(contender: Contender): Promise<void> {
  while ((await contender.left()) > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

const process = (jobs: number, slots: number, ms = 0): Measurement => ({
  title: `process ${jobs.toLocaleString('en')}${ms ? ` of ${ms} ms` : ''}, ${slots} slot${slots === 1 ? '' : 's'}`,
  unit: 'jobs/s',
  higherIsBetter: true,
  async measure(contender, scale) {
    const many = Math.max(100, Math.round(jobs * scale));
    await fill(contender, many);
    const begun = performance.now();
    const stop = await contender.work({ slots, ms });
    await drain(contender);
    const rate = perSecond(many, begun);
    await stop();
    const wrong = await contender.verify(many);
    if (wrong) throw new Error(wrong);
    return rate;
  },
});

const pickUp = (quantile: number): Measurement => ({
  title: `idle pick-up, p${quantile * 100}`,
  unit: 'ms',
  higherIsBetter: false,
  async measure(contender, scale) {
    await contender.clear();
    let begun = (): void => undefined;
    const stop = await contender.work({ slots: 10, ms: 0, onStart: () => begun() });
    const waits: number[] = [];
    for (let n = 0; n < Math.max(20, 200 * scale); n++) {
      const started = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const added = performance.now();
      await Promise.all([contender.add(), started]);
      waits.push(performance.now() - added);
      await drain(contender);
    }
    await stop();
    return waits.sort((a, b) => a - b)[Math.floor((waits.length - 1) * quantile)] ?? Number.NaN;
  },
});

/** Everything that is measured, by its key. `scale` 1 is the size in its title. */
export const measurements: Record<string, Measurement> = {
  'add-one': {
    title: 'enqueue one by one',
    unit: 'jobs/s',
    higherIsBetter: true,
    async measure(contender, scale) {
      await contender.clear();
      const many = Math.max(50, Math.round(1_000 * scale));
      const begun = performance.now();
      for (let n = 0; n < many; n++) await contender.add();
      return perSecond(many, begun);
    },
  },
  'add-50': {
    title: 'enqueue, 50 in flight',
    unit: 'jobs/s',
    higherIsBetter: true,
    async measure(contender, scale) {
      await contender.clear();
      const many = Math.max(500, Math.round(10_000 * scale));
      const begun = performance.now();
      let left = many;
      const adder = async () => {
        while (left-- > 0) await contender.add();
      };
      await Promise.all(Array.from({ length: 50 }, adder));
      return perSecond(many, begun);
    },
  },
  'add-bulk': {
    title: 'enqueue in bulk of 1,000',
    unit: 'jobs/s',
    higherIsBetter: true,
    async measure(contender, scale) {
      const many = Math.max(BULK, Math.round(20_000 * scale));
      await contender.clear();
      const begun = performance.now();
      for (let left = many; left > 0; left -= BULK) await contender.addBulk(BULK);
      return perSecond(many, begun);
    },
  },
  'process-1': process(2_000, 1),
  'process-50': process(20_000, 50),
  'process-200': process(20_000, 200),
  'process-50-10ms': process(10_000, 50, 10),
  'pick-up-50': pickUp(0.5),
  'pick-up-99': pickUp(0.99),
};

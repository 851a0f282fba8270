import { addJobs, type Bench, type Measurement } from './measurement';

/** Jobs added while no worker runs, by `add` called in its own way. */
function enqueue(
  title: string,
  jobs: number,
  add: (bench: Bench, many: number) => Promise<void>,
): Measurement {
  return {
    title,
    unit: 'jobs/s',
    higherIsBetter: true,
    async measure(bench) {
      const many = bench.size(jobs);
      await bench.contender.clear();
      // The first one opens connections.
      await bench.contender.add();
      const count = await bench.meter.begin([process.pid]);
      const begun = performance.now();
      await add(bench, many);
      const seconds = (performance.now() - begun) / 1000;
      const used = await count(many);
      const stored = await bench.contender.left();
      if (stored !== many + 1) throw new Error(`${stored - 1} of ${many} jobs were stored`);
      return { figure: many / seconds, ...used };
    },
  };
}

export const addOne = enqueue('enqueue one by one', 1_000, async ({ contender }, many) => {
  for (let n = 0; n < many; n++) await contender.add();
});

export const add50 = enqueue('enqueue, 50 in flight', 10_000, async ({ contender }, many) => {
  let left = many;
  const adder = async () => {
    while (left-- > 0) await contender.add();
  };
  await Promise.all(Array.from({ length: 50 }, adder));
});

export const addBulk = enqueue('enqueue in bulk of 1,000', 20_000, addJobs);

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { addJobs, type Bench, type Measurement } from './measurement';
import type { Sample } from './sample';
import { WorkerProcess } from './worker-process';

const POLL_MS = 5;
const SECOND_NS = 1e9;

interface Work {
  workers: number;
  slots: number;
  ms: number;
  /** How many jobs the clock runs for. */
  jobs: number;
  /** True: until so many have begun, for more of them wait; false: until none has not durably ended. */
  moreWait: boolean;
}

/** Runs jobs that wait already. The clock runs from the first start; `figure` is jobs a second. */
async function run(bench: Bench, work: Work): Promise<Sample> {
  const { contender, meter } = bench;
  const crew = await Promise.all(Array.from({ length: work.workers }, () => WorkerProcess.open(bench.name)));
  const pids = crew.map(({ pid }) => pid);
  try {
    const [commits, completed] = [await meter.commits(), (await contender.completed?.()) ?? 0];
    const first = Promise.race(crew.map((worker) => worker.unlessLost(once(worker, 'started'))));
    for (const worker of crew) worker.work({ slots: work.slots, ms: work.ms });
    const [begun] = (await first) as [bigint];
    const count = await meter.begin(pids);

    while (crew.reduce((sum, worker) => sum + worker.begun, 0) < work.jobs) await pauseWith(crew);
    while (!work.moreWait && (await contender.left()) > 0) await pauseWith(crew);
    const seconds = Number(process.hrtime.bigint() - begun) / SECOND_NS;
    const used = await count(work.jobs);
    const workerMb = meter.memoryOf(pids) / work.workers;

    const ids = (await Promise.all(crew.map((worker) => worker.stop()))).flat();
    await verify(bench, work, ids, completed);
    const each = ((await meter.commits()) - commits) / ids.length;
    return { figure: work.jobs / seconds, ...used, workerMb, commits: each };
  } finally {
    await Promise.all(crew.map((worker) => worker.kill()));
  }
}

async function pauseWith(crew: readonly WorkerProcess[]): Promise<void> {
  await Promise.race(crew.map((worker) => worker.unlessLost(pause(POLL_MS))));
}

async function verify(
  { contender }: Bench,
  work: Work,
  ids: string[],
  completedBefore: number,
): Promise<void> {
  const different = new Set(ids).size;
  if (different < ids.length) throw new Error(`${ids.length - different} of ${ids.length} jobs ran twice`);
  if (!work.moreWait && different !== work.jobs) throw new Error(`${different} of ${work.jobs} jobs ran`);
  if (!contender.completed) return;
  const completed = (await contender.completed()) - completedBefore;
  if (completed !== different)
    throw new Error(`${completed} of ${different} jobs are stored as completed once`);
}

/** Works off so many jobs, counted when the end of the last is durable. */
export function processing(jobs: number, slots: number, { ms = 0, workers = 1 } = {}): Measurement {
  const where = workers > 1 ? `${workers} × ${slots} slots` : `${slots} slot${slots === 1 ? '' : 's'}`;
  return {
    title: `process ${jobs.toLocaleString('en')}${ms ? ` of ${ms} ms` : ''}, ${where}`,
    unit: 'jobs/s',
    higherIsBetter: true,
    async measure(bench) {
      const many = bench.size(jobs);
      await bench.contender.clear();
      await addJobs(bench, many);
      return await run(bench, { workers, slots, ms, jobs: many, moreWait: false });
    },
  };
}

/** What a job costs while so many wait and as many finished ones are kept. */
export function costWith(backlog: number): Measurement {
  const JOBS = 20_000;
  return {
    title: `cost with ${backlog.toLocaleString('en')} waiting and finished, 50 slots`,
    unit: 'µs/job',
    higherIsBetter: false,
    keepsTables: true,
    appliesTo: ({ fillsTables }) => fillsTables === true,
    async measure(bench) {
      const [many, behind] = [bench.size(JOBS), bench.full(backlog)];
      await bench.contender.fillTables?.(behind + many, behind);
      const { figure, ...used } = await run(bench, {
        workers: 1,
        slots: 50,
        ms: 0,
        jobs: many,
        moreWait: true,
      });
      return { figure: 1e6 / figure, ...used };
    },
  };
}

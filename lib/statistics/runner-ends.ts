import { pool } from '@/lib/db/client';
import { hoursEnd, STEP, STEP_MS } from './count-steps';
import { FinishedSteps } from './finished-steps';
import { addTo, type Histogram } from './histogram';
import { type Percentiles, percentiles } from './queries';
import type { Judged } from './success';
import { RUNNERS_WINDOW, STATISTICS_WINDOWS, stepsOf } from './windows';

/** How the jobs of one runner ended and how long their last attempts ran. */
export interface RunnerEnds extends Judged {
  run: Percentiles | null;
}

/** By the runner's key. */
type RunnerCounts = Map<string, Judged & { run: Histogram }>;

const finished = new FinishedSteps<RunnerCounts>('hours');

/** The ends of every runner's jobs within the window, by the runner's key; absent where none ended. Reads counts, never jobs. */
export async function endsByRunner(): Promise<Record<string, RunnerEnds>> {
  const { stepMs } = STATISTICS_WINDOWS[RUNNERS_WINDOW];
  const starts = stepsOf(RUNNERS_WINDOW, Date.now());
  const steps = await finished.count('runners', { starts, stepMs }, (fromMs) => countRunners(fromMs, stepMs));
  const totals: RunnerCounts = new Map();
  for (const step of steps.values()) {
    for (const [runner, { run, ...ends }] of step ?? []) {
      const total = countOf(totals, runner);
      for (const name of ['completed', 'failed', 'errored'] as const) total[name] += ends[name];
      for (const [bucket, count] of run) addTo(total.run, bucket, count);
    }
  }
  return Object.fromEntries(
    [...totals].map(([runner, { run, ...ends }]) => [runner, { ...ends, run: percentiles(run) }]),
  );
}

/** What a map holds for a runner, or nothing yet. */
function countOf(counts: RunnerCounts, runner: string): Judged & { run: Histogram } {
  const count = counts.get(runner) ?? { completed: 0, failed: 0, errored: 0, run: new Map() };
  counts.set(runner, count);
  return count;
}

/** The counts of the steps from a moment on, by their starts (both in Unix milliseconds); absent where nothing ended. */
async function countRunners(fromMs: number, stepMs: number): Promise<Map<number, RunnerCounts>> {
  const values = [new Date(fromMs), stepMs, await hoursEnd()];
  const [ends, durations] = await Promise.all([
    pool().query<Judged & { step: number; runner: string }>(COUNT, values),
    pool().query<{ step: number; runner: string; bucket: number; count: number }>(DURATIONS, values),
  ]);
  const steps = new Map<number, RunnerCounts>();
  for (const { step, runner, ...count } of ends.rows) {
    const counts: RunnerCounts = steps.get(step) ?? new Map();
    Object.assign(countOf(counts, runner), count);
    steps.set(step, counts);
  }
  for (const { step, runner, bucket, count } of durations.rows) {
    const counts = steps.get(step);
    if (counts) addTo(countOf(counts, runner).run, bucket, count);
  }
  return steps;
}

const COLUMNS = 'at, runner, completed, failed, errored, run_buckets, run_counts';
const SOURCE = `
  WITH source AS (
    SELECT ${COLUMNS} FROM job_statistic_hour WHERE at >= $1 AND at < $3
    UNION ALL SELECT ${COLUMNS} FROM job_statistic WHERE at >= $1 AND at >= $3)`;
const COUNT = `${SOURCE}
  SELECT ${STEP_MS}, runner, completed, failed, errored FROM (
    SELECT ${STEP}, runner, sum(completed)::float8 AS completed, sum(failed)::float8 AS failed,
      sum(errored)::float8 AS errored FROM source GROUP BY start, runner) steps`;
const DURATIONS = `${SOURCE}
  SELECT ${STEP_MS}, runner, bucket, count FROM (
    SELECT start, runner, bucket, sum(count)::float8 AS count
    FROM (SELECT ${STEP}, runner, unnest(run_buckets) AS bucket, unnest(run_counts) AS count FROM source) buckets
    GROUP BY start, runner, bucket) steps`;

import { pool } from '@/lib/db/client';
import { hoursEnd } from './count-steps';
import { addTo, type Histogram } from './histogram';
import { type Percentiles, percentiles } from './queries';
import type { Judged } from './success';
import { RUNNERS_WINDOW, stepsOf } from './windows';

/** How the jobs of one runner ended and how long their last attempts ran. */
export interface RunnerEnds extends Judged {
  run: Percentiles | null;
}

/** The ends of every runner's jobs within the window, by the runner's key; absent where none ended. Reads counts, never jobs. */
export async function endsByRunner(): Promise<Record<string, RunnerEnds>> {
  const [first = 0] = stepsOf(RUNNERS_WINDOW, Date.now());
  const values = [new Date(first), await hoursEnd()];
  const [counts, durations] = await Promise.all([
    pool().query<Judged & { runner: string }>(COUNT, values),
    pool().query<{ runner: string; bucket: number; count: number }>(DURATIONS, values),
  ]);
  const histograms = new Map<string, Histogram>();
  for (const { runner, bucket, count } of durations.rows) {
    const histogram: Histogram = histograms.get(runner) ?? new Map();
    addTo(histogram, bucket, count);
    histograms.set(runner, histogram);
  }
  return Object.fromEntries(
    counts.rows.map(({ runner, ...ends }) => [runner, { ...ends, run: percentiles(histograms.get(runner)) }]),
  );
}

const COLUMNS = 'runner, completed, failed, errored, run_buckets, run_counts';
const SOURCE = `
  WITH source AS (
    SELECT ${COLUMNS} FROM job_statistic_hour WHERE at >= $1 AND at < $2
    UNION ALL SELECT ${COLUMNS} FROM job_statistic WHERE at >= $1 AND at >= $2)`;
const COUNT = `${SOURCE}
  SELECT runner, sum(completed)::float8 AS completed, sum(failed)::float8 AS failed, sum(errored)::float8 AS errored
    FROM source GROUP BY runner`;
const DURATIONS = `${SOURCE}
  SELECT runner, bucket, sum(count)::float8 AS count
    FROM (SELECT runner, unnest(run_buckets) AS bucket, unnest(run_counts) AS count FROM source) buckets
   GROUP BY runner, bucket`;

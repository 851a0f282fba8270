import { pool } from '@/lib/db/client';
import { addTo, type Histogram, percentileOf } from './histogram';
import { STATISTICS_WINDOWS, type StatisticsWindow, stepsOf } from './windows';

/** Milliseconds that half, 95 and 99 of a hundred did not exceed; each within 19 %. */
export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

/** What ended within some time. */
export interface Ends {
  completed: number;
  failed: number;
  errored: number;
  cancelled: number;
  /** From being due to the start of the last attempt; null: no attempt ended. */
  wait: Percentiles | null;
  /** From the start of the last attempt to its end; null as above. */
  run: Percentiles | null;
}

export interface Statistics {
  window: StatisticsWindow;
  stepMs: number;
  /** One a step, oldest first; `at` (ISO 8601) is its start. The last one is still growing. */
  points: (Ends & { at: string })[];
  totals: Ends;
}

/** Ends of jobs over a window, of all of them or of one queue, one runner, or both. Reads counts, never jobs. */
export async function statisticsOf(given: {
  window: StatisticsWindow;
  queue?: string | undefined;
  runner?: string | undefined;
}): Promise<Statistics> {
  const { window, queue = null, runner = null } = given;
  const { stepMs } = STATISTICS_WINDOWS[window];
  const steps = stepsOf(window, Date.now());
  const values = [new Date(steps[0] ?? 0), stepMs, queue, runner];
  const source = stepMs < HOUR_MS ? MINUTES : `${HOURS} UNION ALL ${MINUTES_SINCE}`;
  const [ends, durations] = await Promise.all([
    pool().query<EndsRow>(`WITH source AS (${source}) ${COUNT_ENDS}`, values),
    pool().query<DurationRow>(`WITH source AS (${source}) ${ADD_UP_DURATIONS}`, values),
  ]);
  const byStep = new Map(ends.rows.map((row) => [row.step, row]));
  const histograms = gather(durations.rows);
  const points = steps.map((step) => ({
    at: new Date(step).toISOString(),
    ...endsOf(byStep.get(step), histograms.get(step)),
  }));
  return { window, stepMs, points, totals: totalsOf(points, [...histograms.values()]) };
}

interface EndsRow {
  step: number;
  completed: number;
  failed: number;
  errored: number;
  cancelled: number;
}

interface DurationRow {
  step: number;
  kind: 'wait' | 'run';
  bucket: number;
  count: number;
}

interface Durations {
  wait: Histogram;
  run: Histogram;
}

const HOUR_MS = 3_600_000;
const COLUMNS =
  'at, completed, failed, errored, cancelled, wait_buckets, wait_counts, run_buckets, run_counts';
const WANTED = '($3::text IS NULL OR queue = $3) AND ($4::text IS NULL OR runner = $4)';
// Hours are added up once they are over; whatever is newer is read from its minutes.
export const ROLLED_UP =
  "(SELECT coalesce(max(at) + interval '1 hour', '-infinity') FROM job_statistic_hour)";
const MINUTES = `SELECT ${COLUMNS} FROM job_statistic WHERE at >= $1 AND ${WANTED}`;
const HOURS = `SELECT ${COLUMNS} FROM job_statistic_hour WHERE at >= $1 AND ${WANTED}`;
const MINUTES_SINCE = `${MINUTES} AND at >= ${ROLLED_UP}`;
// In numbers only once a group: a row's time as a number costs more than all the rest of it.
const STEP = "date_bin($2::float8 * interval '1 millisecond', at, 'epoch') AS start";
const STEP_MS = '(extract(epoch FROM start) * 1000)::float8 AS step';
const COUNT_ENDS = `
  SELECT ${STEP_MS}, completed, failed, errored, cancelled FROM (
    SELECT ${STEP}, sum(completed)::float8 AS completed, sum(failed)::float8 AS failed, sum(errored)::float8 AS errored,
      sum(cancelled)::float8 AS cancelled FROM source GROUP BY start) steps`;
const ADD_UP_DURATIONS = `
  SELECT ${STEP_MS}, kind, bucket, count FROM (
    SELECT start, kind, bucket, sum(count)::float8 AS count FROM (
      SELECT ${STEP}, 'wait' AS kind, b.bucket, b.count FROM source, unnest(wait_buckets, wait_counts) AS b(bucket, count)
      UNION ALL
      SELECT ${STEP}, 'run', b.bucket, b.count FROM source, unnest(run_buckets, run_counts) AS b(bucket, count)) all_of_them
    GROUP BY start, kind, bucket) steps`;

function gather(rows: readonly DurationRow[]): Map<number, Durations> {
  const histograms = new Map<number, Durations>();
  for (const { step, kind, bucket, count } of rows) {
    const durations = histograms.get(step) ?? { wait: new Map(), run: new Map() };
    addTo(durations[kind], bucket, count);
    histograms.set(step, durations);
  }
  return histograms;
}

function endsOf(row: EndsRow | undefined, durations: Durations | undefined): Ends {
  const { completed = 0, failed = 0, errored = 0, cancelled = 0 } = row ?? {};
  const wait = percentiles(durations?.wait);
  return { completed, failed, errored, cancelled, wait, run: percentiles(durations?.run) };
}

function totalsOf(points: readonly Ends[], all: readonly Durations[]): Ends {
  const sum = (name: 'completed' | 'failed' | 'errored' | 'cancelled') =>
    points.reduce((total, point) => total + point[name], 0);
  const merged: Durations = { wait: new Map(), run: new Map() };
  for (const durations of all) {
    for (const [bucket, count] of durations.wait) addTo(merged.wait, bucket, count);
    for (const [bucket, count] of durations.run) addTo(merged.run, bucket, count);
  }
  return {
    ...{ completed: sum('completed'), failed: sum('failed'), errored: sum('errored') },
    ...{ cancelled: sum('cancelled'), wait: percentiles(merged.wait), run: percentiles(merged.run) },
  };
}

export function percentiles(histogram: Histogram | undefined): Percentiles | null {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => histogram && percentileOf(histogram, share));
  if (p50 == null || p95 == null || p99 == null) return null;
  return { p50: round(p50), p95: round(p95), p99: round(p99) };
}

// No more digits than the buckets can vouch for.
const round = (ms: number): number => (ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms));

import { countSteps, isOfHours, type StepCount } from './count-steps';
import { FinishedSteps } from './finished-steps';
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

const ofHours = new FinishedSteps<StepCount>('hours');
const ofMinutes = new FinishedSteps<StepCount>('minutes');

/** Ends of jobs over a window, of all of them or of one queue, one runner, or both. Reads counts, never jobs. */
export async function statisticsOf(given: {
  window: StatisticsWindow;
  queue?: string | undefined;
  runner?: string | undefined;
}): Promise<Statistics> {
  const { window, queue = null, runner = null } = given;
  const { stepMs } = STATISTICS_WINDOWS[window];
  const starts = stepsOf(window, Date.now());
  const finished = isOfHours(stepMs) ? ofHours : ofMinutes;
  const counts = await finished.count(JSON.stringify([window, queue, runner]), { starts, stepMs }, (fromMs) =>
    countSteps(fromMs, { stepMs, queue, runner }),
  );
  const steps = starts.map((start) => counts.get(start));
  const points = starts.map((start, place) => ({
    at: new Date(start).toISOString(),
    ...endsOf(steps[place]),
  }));
  return { window, stepMs, points, totals: endsOf(totalOf(steps)) };
}

const nothing = (): StepCount => ({
  ...{ completed: 0, failed: 0, errored: 0, cancelled: 0 },
  ...{ wait: new Map(), run: new Map() },
});

const endsOf = ({ wait, run, ...ends }: StepCount = nothing()): Ends => ({
  ...ends,
  wait: percentiles(wait),
  run: percentiles(run),
});

function totalOf(counts: readonly (StepCount | undefined)[]): StepCount {
  const total = nothing();
  for (const count of counts) {
    if (!count) continue;
    for (const name of ['completed', 'failed', 'errored', 'cancelled'] as const) total[name] += count[name];
    for (const name of ['wait', 'run'] as const) {
      for (const [bucket, n] of count[name]) addTo(total[name], bucket, n);
    }
  }
  return total;
}

export function percentiles(histogram: Histogram | undefined): Percentiles | null {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => histogram && percentileOf(histogram, share));
  if (p50 == null || p95 == null || p99 == null) return null;
  return { p50: round(p50), p95: round(p95), p99: round(p99) };
}

// No more digits than the buckets can vouch for.
const round = (ms: number): number => (ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms));

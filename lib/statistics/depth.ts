import { pool } from '@/lib/db/client';
import { STATISTICS_WINDOWS, type StatisticsWindow, stepsOf } from './windows';

/** How much waited in a queue: the most of each step. Null: no sample, for no worker served the queue. */
export interface DepthPoint {
  /** Start of the step; ISO 8601. */
  at: string;
  /** Counted up to a million. */
  pending: number | null;
  running: number | null;
  /** How long the job that waited longest had been due; null also when none waited. */
  oldestWaitMs: number | null;
}

export interface Depth {
  window: StatisticsWindow;
  queue: string;
  stepMs: number;
  /** One a step, oldest first. */
  points: DepthPoint[];
}

/** The depth of a queue over a window, from a sample a minute. */
export async function depthOf({
  window,
  queue,
}: {
  window: StatisticsWindow;
  queue: string;
}): Promise<Depth> {
  const { stepMs } = STATISTICS_WINDOWS[window];
  const steps = stepsOf(window, Date.now());
  const { rows } = await pool().query<Omit<DepthPoint, 'at'> & { step: number }>(
    `SELECT (extract(epoch FROM start) * 1000)::float8 AS step, pending, running, "oldestWaitMs" FROM (
       SELECT date_bin($3::float8 * interval '1 millisecond', at, 'epoch') AS start, max(pending) AS pending,
         max(running) AS running, max(oldest_wait_ms)::float8 AS "oldestWaitMs"
       FROM queue_depth WHERE queue = $1 AND at >= $2 GROUP BY start) steps`,
    [queue, new Date(steps[0] ?? 0), stepMs],
  );
  const byStep = new Map(rows.map(({ step, ...depth }) => [step, depth]));
  const points = steps.map((step) => ({
    at: new Date(step).toISOString(),
    ...(byStep.get(step) ?? { pending: null, running: null, oldestWaitMs: null }),
  }));
  return { window, queue, stepMs, points };
}

import type { Statistics } from '@/lib/statistics/queries';
import type { ChartPoint } from './series';

const MINUTE_MS = 60_000;

/** Jobs that ended per minute, step by step and over the window; the last step is still growing and has no rate yet. */
export function rateOf({ points, stepMs }: Statistics): { points: ChartPoint[]; mean: number | null } {
  const counts = points
    .slice(0, -1)
    .map(({ completed, failed, errored, cancelled }) => completed + failed + errored + cancelled);
  const minutes = stepMs / MINUTE_MS;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return {
    points: points.map(({ at }, step) => {
      const count = counts[step];
      return { at: Date.parse(at), rate: count === undefined ? null : count / minutes };
    }),
    mean: counts.length === 0 ? null : all / (counts.length * minutes),
  };
}

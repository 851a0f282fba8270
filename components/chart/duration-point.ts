import type { Percentiles } from '@/lib/statistics/queries';
import type { ChartPoint } from './series';

/** The percentiles of a step; none where no attempt ended in it. */
export const durationPoint = (at: string, of: Percentiles | null): ChartPoint => ({
  at: Date.parse(at),
  ...{ p50: of?.p50 ?? null, p95: of?.p95 ?? null, p99: of?.p99 ?? null },
});

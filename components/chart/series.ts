import { compactCount, compactDuration } from './axis-format';

/** One line or one part of a bar. `colour` is a CSS colour; lines differ by `dash` as well. */
export interface Series {
  readonly name: string;
  readonly label: string;
  readonly colour: string;
  readonly dash?: string;
}

export const OUTCOMES: readonly Series[] = [
  { name: 'completed', label: 'Completed', colour: 'var(--ym-green)' },
  { name: 'failed', label: 'Failed', colour: 'var(--ym-orange)' },
  { name: 'errored', label: 'Errored', colour: 'var(--ym-red)' },
  { name: 'cancelled', label: 'Cancelled', colour: 'var(--ym-dark)' },
];
export const FAILURES = OUTCOMES.filter(({ name }) => name === 'failed' || name === 'errored');
export const PERCENTILES: readonly Series[] = [
  { name: 'p50', label: 'p50', colour: 'var(--ym-accent)' },
  { name: 'p95', label: 'p95', colour: 'var(--ym-accent)', dash: '5 3' },
  { name: 'p99', label: 'p99', colour: 'var(--ym-faint)', dash: '1.5 3' },
];
export const DEPTHS: readonly Series[] = [
  { name: 'pending', label: 'Pending', colour: 'var(--ym-cyan)' },
  { name: 'running', label: 'Running', colour: 'var(--ym-blue)', dash: '5 3' },
];
export const OLDEST: readonly Series[] = [
  { name: 'oldestWaitMs', label: 'Oldest wait', colour: 'var(--ym-accent)' },
];

export const RATE: readonly Series[] = [
  { name: 'rate', label: 'Ended per minute', colour: 'var(--ym-green)' },
];

export const FORMATS = { count: compactCount, rate: compactCount, duration: compactDuration } as const;

/** A step of a chart: `at` in Unix milliseconds, and a value (or none) for each series. */
export type ChartPoint = { at: number } & Record<string, number | null>;

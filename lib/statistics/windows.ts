const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far back statistics are read, and in what steps. */
export const STATISTICS_WINDOWS = {
  '1h': { label: '1 h', lengthMs: HOUR, stepMs: MINUTE, title: 'the last hour', step: 'minute' },
  '24h': {
    label: '24 h',
    lengthMs: DAY,
    stepMs: 15 * MINUTE,
    title: 'the last 24 hours',
    step: '15 minutes',
  },
  '7d': { label: '7 d', lengthMs: 7 * DAY, stepMs: 2 * HOUR, title: 'the last 7 days', step: '2 hours' },
  '30d': { label: '30 d', lengthMs: 30 * DAY, stepMs: 8 * HOUR, title: 'the last 30 days', step: '8 hours' },
} as const satisfies Record<
  string,
  { label: string; lengthMs: number; stepMs: number; title: string; step: string }
>;

export type StatisticsWindow = keyof typeof STATISTICS_WINDOWS;

export const ALL_WINDOWS = Object.keys(STATISTICS_WINDOWS) as [StatisticsWindow, ...StatisticsWindow[]];
export const DEFAULT_WINDOW: StatisticsWindow = '24h';

/** How far back the catalogue of runners looks: long enough for what runs once a day. */
export const RUNNERS_WINDOW: StatisticsWindow = '7d';

/** The starts of a window's steps, oldest first, in Unix milliseconds; the last one holds `now` and is still growing. */
export function stepsOf(window: StatisticsWindow, now: number): number[] {
  const { lengthMs, stepMs } = STATISTICS_WINDOWS[window];
  const last = Math.floor(now / stepMs) * stepMs;
  return Array.from({ length: lengthMs / stepMs }, (_, step) => last - lengthMs + (step + 1) * stepMs);
}

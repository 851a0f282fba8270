import { timeFormat } from '@/components/time/time-format';
import { STATISTICS_WINDOWS, type StatisticsWindow } from '@/lib/statistics/windows';

const DAY_MS = 86_400_000;

const dayOnly = timeFormat({ day: 'numeric', month: 'short' });
const timeOnly = timeFormat({ hour: '2-digit', minute: '2-digit' });
const dayAndTime = timeFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A count in few characters: `950`, `1.2k`, `34k`, `2.1M`. */
export function compactCount(count: number): string {
  if (count < 1_000) return String(Math.round(count * 10) / 10);
  const [scaled, unit] = count < 999_500 ? [count / 1_000, 'k'] : [count / 1_000_000, 'M'];
  return `${scaled < 9.95 ? scaled.toFixed(1).replace(/\.0$/, '') : Math.round(scaled)}${unit}`;
}

/** A duration in one unit and few characters: `0`, `5 ms`, `1.5 s`, `20 min`, `3 h`, `2 d`. */
export function compactDuration(ms: number): string {
  if (ms === 0) return '0';
  const [scaled, unit] =
    ms < 1_000
      ? [ms, 'ms']
      : ms < 60_000
        ? [ms / 1_000, 's']
        : ms < 3_600_000
          ? [ms / 60_000, 'min']
          : ms < DAY_MS
            ? [ms / 3_600_000, 'h']
            : [ms / DAY_MS, 'd'];
  // Never broken into two lines.
  return `${scaled < 9.95 ? Math.round(scaled * 10) / 10 : Math.round(scaled)}\u00a0${unit}`;
}

/** A moment under the axis, in the reader's zone: the time of day of a short window, the day of a long one. */
export function axisTime(at: number, window: StatisticsWindow): string {
  return STATISTICS_WINDOWS[window].lengthMs > DAY_MS ? dayOnly(at) : timeOnly(at);
}

/** A step in words, in the reader's zone: `Mon 23 Nov, 18:00–18:15`. */
export function stepTime(at: number, stepMs: number): string {
  return `${dayAndTime(at)}–${timeOnly(at + stepMs)}`;
}

/** The ticks of an axis of so many steps: whole steps, evenly spaced, at most `most`, the first not at the edge. */
export function ticksOf(times: readonly number[], most: number): number[] {
  const every = Math.max(1, Math.ceil(times.length / most));
  return times.filter((_, index) => (index + Math.ceil(every / 2)) % every === 0);
}

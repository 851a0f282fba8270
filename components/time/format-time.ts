import { timeFormat } from './time-format';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in at most two units: `840 ms`, `12 s`, `3 min 20 s`, `2 h 5 min`, `4 d 3 h`. Negative counts as 0. */
export function formatDuration(ms: number): string {
  if (ms < SECOND) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 10 * SECOND) return `${Math.floor(ms / 100) / 10} s`;
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return two(ms, MINUTE, 'min', SECOND, 's');
  if (ms < DAY) return two(ms, HOUR, 'h', MINUTE, 'min');
  return two(ms, DAY, 'd', HOUR, 'h');
}

function two(ms: number, big: number, bigUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((ms % big) / small);
  return rest === 0
    ? `${Math.floor(ms / big)} ${bigUnit}`
    : `${Math.floor(ms / big)} ${bigUnit} ${rest} ${smallUnit}`;
}

/** How far `at` lies from `now` (Unix milliseconds) in one unit: `now`, `12 s ago`, `in 5 min`; a date beyond 30 days. */
export function formatRelative(at: number, now: number): string {
  const distance = Math.abs(now - at);
  if (distance < 5 * SECOND) return 'now';
  if (distance >= 30 * DAY) return formatDay(at, now);
  const words =
    distance < MINUTE
      ? `${Math.floor(distance / SECOND)} s`
      : distance < HOUR
        ? `${Math.floor(distance / MINUTE)} min`
        : distance < DAY
          ? `${Math.floor(distance / HOUR)} h`
          : `${Math.floor(distance / DAY)} d`;
  return at > now ? `in ${words}` : `${words} ago`;
}

const day = timeFormat({ day: 'numeric', month: 'short' });
const dayAndYear = timeFormat({ day: 'numeric', month: 'short', year: 'numeric' });

function formatDay(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear ? day(at) : dayAndYear(at);
}

/** Date, time to the second and zone, in the reader's zone or an IANA zone: `Mon, 23 Nov 2026, 18:02:48 CET`. */
export const formatExact = timeFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** Time of day with milliseconds, in the reader's zone: `18:02:48.120`. */
export function formatClock(at: number): string {
  const date = new Date(at);
  const part = (value: number, width = 2) => String(value).padStart(width, '0');
  return `${part(date.getHours())}:${part(date.getMinutes())}:${part(date.getSeconds())}.${part(date.getMilliseconds(), 3)}`;
}

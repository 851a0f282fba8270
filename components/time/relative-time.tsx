'use client';

import { formatDuration, formatExact, formatRelative } from './format-time';
import { useInBrowser, useToldNow } from './use-now';

/** A moment (ISO string) as people say it, looked at every second, the exact time on hover. */
export function RelativeTime({ at, empty = '–' }: { at: string | null; empty?: string }) {
  const time = at === null ? null : Date.parse(at);
  const told = useToldNow((now) => (time === null ? empty : formatRelative(time, now)));
  const inBrowser = useInBrowser();
  if (at === null || time === null) return <span className="dim">{told}</span>;
  return (
    <time dateTime={at} title={inBrowser ? formatExact(time) : at} suppressHydrationWarning>
      {told}
    </time>
  );
}

/** How long something took, or has taken so far when `to` is null. */
export function Duration({
  from,
  to,
  empty = '–',
}: {
  from: string | null;
  to: string | null;
  empty?: string;
}) {
  const told = useToldNow((now) => (from === null ? empty : lengthOf(Date.parse(from), to, now)));
  if (from === null) return <span className="dim">{told}</span>;
  return (
    <span className="number" suppressHydrationWarning>
      {told}
    </span>
  );
}

function lengthOf(from: number, to: string | null, now: number): string {
  if (to !== null) return formatDuration(Date.parse(to) - from);
  return formatDuration(Math.max(0, Math.floor((now - from) / 1000) * 1000));
}

/** A moment to the second, in the reader's zone unless an IANA zone is given. */
export function ExactTime({ at, timeZone }: { at: string; timeZone?: string }) {
  const inBrowser = useInBrowser();
  return (
    <time dateTime={at} suppressHydrationWarning>
      {inBrowser ? formatExact(Date.parse(at), timeZone) : at.slice(0, 19).replace('T', ' ')}
    </time>
  );
}

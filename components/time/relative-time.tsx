'use client';

import { formatDuration, formatExact, formatRelative } from './format-time';
import { useInBrowser, useNow } from './use-now';

/** A moment (ISO string) as people say it, renewed every second, the exact time on hover. */
export function RelativeTime({ at, empty = '–' }: { at: string | null; empty?: string }) {
  const now = useNow();
  const inBrowser = useInBrowser();
  if (at === null) return <span className="dim">{empty}</span>;
  const time = Date.parse(at);
  return (
    <time dateTime={at} title={inBrowser ? formatExact(time) : at} suppressHydrationWarning>
      {formatRelative(time, now)}
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
  const now = useNow();
  if (from === null) return <span className="dim">{empty}</span>;
  const ms = (to === null ? now : Date.parse(to)) - Date.parse(from);
  return (
    <span className="number" suppressHydrationWarning>
      {formatDuration(to === null ? Math.max(0, Math.floor(ms / 1000) * 1000) : ms)}
    </span>
  );
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

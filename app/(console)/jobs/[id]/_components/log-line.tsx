'use client';

import { memo } from 'react';
import { formatClock, formatExact } from '@/components/time/format-time';
import { useInBrowser } from '@/components/time/use-now';
import type { LogEntry } from '@/lib/jobs/log-outline';
import { placeText } from '@/lib/jobs/log-query-options';
import { piecesOf, plainText } from '@/lib/jobs/log-text';
import classes from './log.module.css';

interface LogLineProps {
  entry: LogEntry | undefined;
  /** The entry before it, where that is known. */
  before: LogEntry | undefined;
  /** It opens a log of several attempts. */
  opens: boolean;
  /** Every entry is shown, so a number that is missing was never stored. */
  whole: boolean;
  find: string;
  /** It is the one that the address points at, or the search stands at. */
  marked: boolean;
  onPoint: (entry: LogEntry) => void;
}

/** One entry: its number (which is its address), time, level and message; above it, where an attempt begins or entries are missing. */
export const LogLine = memo(function LogLine(props: LogLineProps) {
  const { entry, before, opens, whole, find, marked, onPoint } = props;
  const inBrowser = useInBrowser();
  if (!entry) return <div className={classes.unread} />;
  const at = Date.parse(entry.at);
  const begins = before ? before.attempt !== entry.attempt : opens;
  const missing = whole ? missingBefore(entry, begins ? undefined : before) : 0;
  return (
    <>
      {begins ? <div className={classes.attempt}>Attempt {entry.attempt}</div> : null}
      {missing > 0 ? (
        <div className={classes.gap}>
          {missing.toLocaleString('en-GB')} {missing === 1 ? 'entry is' : 'entries are'} missing: the worker
          could not store them
        </div>
      ) : null}
      <div className={classes.line} data-level={entry.level} data-marked={marked || undefined}>
        <a
          className={classes.no}
          href={`?line=${placeText(entry)}`}
          aria-label={`Entry ${entry.seq + 1} of attempt ${entry.attempt}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onPoint(entry);
          }}
        >
          {entry.seq + 1}
        </a>
        <time dateTime={entry.at} title={inBrowser ? formatExact(at) : entry.at} suppressHydrationWarning>
          {inBrowser ? formatClock(at) : entry.at.slice(11, 23)}
        </time>
        <span className={classes.level}>{entry.level}</span>
        <span className={classes.message}>
          {piecesOf(plainText(entry.message), find).map(({ text, hit }, piece) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a message never move.
            hit ? <mark key={piece}>{text}</mark> : text,
          )}
        </span>
      </div>
    </>
  );
});

function missingBefore(entry: LogEntry, before: LogEntry | undefined): number {
  if (!before) return 0;
  return before.attempt === entry.attempt ? entry.seq - before.seq - 1 : 0;
}

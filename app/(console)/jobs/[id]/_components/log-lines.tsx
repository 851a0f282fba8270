'use client';

import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { formatClock, formatExact } from '@/components/time/format-time';
import { useInBrowser } from '@/components/time/use-now';
import type { LogEntry } from '@/lib/jobs/queries/job-log';
import classes from './log.module.css';

/** This close to the end, the reader counts as being at the end. */
const NEAR_PX = 24;
const SHORT_ENTRIES = 20;

interface LogLinesProps {
  entries: readonly LogEntry[];
  /** Whether more may come. */
  live: boolean;
  /** Whether more comes just now. */
  growing: boolean;
  follow: boolean;
  onFollow: (follow: boolean) => void;
  onEarlier?: () => void;
}

/** The entries in a box of their own that stays at its end while it follows. Scrolling up stops that, scrolling to the end resumes it. */
export function LogLines({ entries, live, growing, follow, onFollow, onEarlier }: LogLinesProps) {
  const box = useRef<HTMLDivElement>(null);
  // A log that grows has its whole room from the start; a short one that is complete takes what it needs.
  const [tall] = useState(growing || entries.length > SHORT_ENTRIES);
  const lines = useRef<HTMLOListElement>(null);
  const lastTop = useRef(0);
  // Lines out of sight have a guessed height, so the end moves once more after it was reached.
  useLayoutEffect(() => {
    if (!follow || !box.current || !lines.current) return;
    const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
    const observer = new ResizeObserver(toEnd);
    observer.observe(lines.current);
    toEnd();
    return () => observer.disconnect();
  }, [follow]);
  const onScroll = () => {
    if (!box.current) return;
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    const upwards = scrollTop < lastTop.current;
    lastTop.current = scrollTop;
    if (!live) return;
    if (follow && upwards) onFollow(false);
    if (!follow && !upwards && scrollHeight - scrollTop - clientHeight < NEAR_PX) onFollow(true);
  };
  return (
    <div
      ref={box}
      className={classes.box}
      data-tall={tall || undefined}
      role="log"
      aria-label="Log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      onScroll={onScroll}
    >
      {onEarlier ? (
        <button type="button" className={classes.earlier} onClick={onEarlier}>
          Show earlier entries
        </button>
      ) : null}
      <ol ref={lines} className={classes.lines}>
        {entries.map((entry, at) => (
          <Fragment key={`${entry.attempt}.${entry.seq}`}>
            {at > 0 && entries[at - 1]?.attempt !== entry.attempt ? (
              <li className={classes.attempt}>Attempt {entry.attempt}</li>
            ) : null}
            <Line entry={entry} />
          </Fragment>
        ))}
      </ol>
    </div>
  );
}

function Line({ entry }: { entry: LogEntry }) {
  const inBrowser = useInBrowser();
  const at = Date.parse(entry.at);
  return (
    <li className={classes.line} data-level={entry.level}>
      <time dateTime={entry.at} title={inBrowser ? formatExact(at) : entry.at} suppressHydrationWarning>
        {inBrowser ? formatClock(at) : entry.at.slice(11, 23)}
      </time>
      <span className={classes.level}>{entry.level}</span>
      <span className={classes.message}>{entry.message}</span>
    </li>
  );
}

'use client';

import { IconArrowDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { LogLevel } from '@/lib/db/generated/enums';
import type { LogEntry, LogOutline, LogPlace } from '@/lib/jobs/log-outline';
import classes from './log.module.css';
import { LogLine } from './log-line';
import { useLog } from './use-log';

/** This close to the end, the reader counts as being at the end. */
const NEAR_PX = 24;
const LINE_PX = 20;
const SHORT_ENTRIES = 20;
const OVERSCAN = 12;

interface LogLinesProps {
  jobId: string;
  level: LogLevel;
  outline: LogOutline;
  /** Whether more may come. */
  live: boolean;
  /** Whether more comes just now. */
  growing: boolean;
  wrap: boolean;
  find: string;
  /** The entry that the address points at. */
  line: LogPlace | null;
  /** The index that the search stands at. */
  found: number | null;
  onPoint: (entry: LogEntry) => void;
}

/**
 * The entries in a box of their own, only those in sight on the page. While it follows it stays at the end; scrolling up
 * stops that, scrolling to the end or the pill resumes it.
 */
export function LogLines(props: LogLinesProps) {
  const { jobId, level, outline, live, growing, wrap, find, line, found, onPoint } = props;
  const box = useRef<HTMLDivElement>(null);
  // A log that grows has its whole room from the start; a short one that is complete takes what it needs.
  const [tall] = useState(growing || outline.total > SHORT_ENTRIES);
  const [following, setFollowing] = useState(line === null);
  const [seen, setSeen] = useState(outline.total);
  const [pointed, setPointed] = useState<number | null>(null);
  const log = useLog(jobId, level, outline);
  const virtualizer = useVirtualizer({
    count: outline.total,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_PX,
    overscan: OVERSCAN,
    paddingStart: 8,
    paddingEnd: 8,
    initialOffset: () => (following ? outline.total * LINE_PX : 0),
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const show = useEffectEvent(log.show);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be read also depends on how much there is.
  useEffect(() => show(first, last), [first, last, outline.total]);

  const height = virtualizer.getTotalSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the lines grow or turn out higher than guessed.
  useLayoutEffect(() => {
    if (following) virtualizer.scrollToEnd();
  }, [following, height, virtualizer]);

  const goTo = (index: number) => {
    setFollowing(false);
    setSeen(outline.total);
    virtualizer.scrollToIndex(index, { align: 'center' });
  };
  const goToFound = useEffectEvent(goTo);
  useEffect(() => {
    if (found !== null) goToFound(found);
  }, [found]);
  const goToLine = useEffectEvent(async (place: LogPlace) => {
    const index = await log.locate(place);
    setPointed(index);
    goTo(index);
  });
  const [attempt, seq] = [line?.attempt, line?.seq];
  useEffect(() => {
    if (attempt !== undefined && seq !== undefined) void goToLine({ attempt, seq });
  }, [attempt, seq]);

  const lastTop = useRef(0);
  const onScroll = () => {
    if (!box.current) return;
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    const upwards = scrollTop < lastTop.current;
    lastTop.current = scrollTop;
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (following && upwards && !atEnd) {
      setFollowing(false);
      setSeen(outline.total);
    }
    if (!following && !upwards && atEnd) setFollowing(true);
  };
  const several = (outline.tail.at(-1)?.attempt ?? 1) > 1;
  // The numbers are those of one attempt: the total is an upper bound of them.
  const digits = Math.max(3, String(outline.total).length);
  const isMarked = (index: number, entry: LogEntry | undefined) =>
    found === index ||
    (line !== null && index === pointed) ||
    (entry !== undefined && entry.attempt === attempt && entry.seq === seq);
  return (
    <div className={classes.frame}>
      <div
        ref={box}
        className={classes.box}
        data-tall={tall || undefined}
        data-wrap={wrap || undefined}
        role="log"
        aria-label="Log"
        aria-live={live && following ? 'polite' : 'off'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={onScroll}
      >
        <div className={classes.lines} style={{ height, '--digits': `${digits}ch` } as CSSProperties}>
          {items.map(({ index, key, start }) => {
            const entry = log.at(index);
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <LogLine
                  entry={entry}
                  before={index > 0 ? log.at(index - 1) : undefined}
                  opens={index === 0 && several}
                  whole={level === 'debug'}
                  find={find}
                  marked={isMarked(index, entry)}
                  onPoint={onPoint}
                />
              </div>
            );
          })}
        </div>
      </div>
      {following || !live ? null : (
        <button type="button" className={classes.pill} onClick={() => setFollowing(true)}>
          <IconArrowDown size={14} aria-hidden />
          {outline.total > seen ? `${(outline.total - seen).toLocaleString('en-GB')} new` : 'Follow'}
        </button>
      )}
    </div>
  );
}

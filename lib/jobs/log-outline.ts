import type { LogLevel } from '@/lib/db/generated/enums';

/** Where an entry stands: (attempt, seq) is the order of reading. */
export interface LogPlace {
  attempt: number;
  seq: number;
}

/** One entry of a job's log. `at` is ISO 8601. */
export interface LogEntry extends LogPlace {
  at: string;
  level: LogLevel;
  message: string;
}

/** A log is read in parts of so many entries. */
export const LOG_PART = 250;

/**
 * A log of any length as a browser keeps it: how many entries there are, where each part begins, and the newest entries.
 * The other parts are read when they come into sight. A log only grows, so nothing in it ever changes.
 */
export interface LogOutline {
  total: number;
  /** The place of the first entry of each part. */
  anchors: LogPlace[];
  /** The newest entries, oldest first. */
  tail: LogEntry[];
  /** Attempts that wrote more than is kept. */
  cut: number[];
}

/** Newest entries kept; older ones are dropped and read again as parts when they come into sight. */
const KEEP_TAIL = 5_000;

export const tailFrom = ({ total, tail }: LogOutline): number => total - tail.length;

/** The outline after these entries were added at its end. */
export function grow(outline: LogOutline, added: readonly LogEntry[]): LogOutline {
  if (added.length === 0) return outline;
  const anchors = [...outline.anchors];
  for (const [at, { attempt, seq }] of added.entries()) {
    if ((outline.total + at) % LOG_PART === 0) anchors.push({ attempt, seq });
  }
  return {
    ...outline,
    anchors,
    total: outline.total + added.length,
    tail: [...outline.tail, ...added].slice(-KEEP_TAIL),
  };
}

/** The entry at an index, where it is in the tail or in a part that was read; undefined while it is not. */
export function entryAt(
  outline: LogOutline,
  parts: ReadonlyMap<number, readonly LogEntry[]>,
  index: number,
): LogEntry | undefined {
  const inTail = index - tailFrom(outline);
  return inTail >= 0 ? outline.tail[inTail] : parts.get(partOf(index))?.[index % LOG_PART];
}

/** The part that an index falls into. */
export const partOf = (index: number): number => Math.floor(index / LOG_PART);

/** The parts to read so that all entries from `first` to `last` can be shown. */
export function partsToRead(outline: LogOutline, first: number, last: number): number[] {
  const beforeTail = Math.min(last, tailFrom(outline) - 1);
  const parts: number[] = [];
  for (let part = partOf(Math.max(0, first)); part * LOG_PART <= beforeTail; part++) parts.push(part);
  return parts;
}

/** The part that holds a place, or would. */
export function partHolding({ anchors }: LogOutline, place: LogPlace): number {
  let [low, high] = [0, anchors.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const anchor = anchors[middle];
    if (anchor && isAfter(anchor, place)) high = middle;
    else low = middle;
  }
  return low;
}

/** The index within a part of the first entry at a place or after it; the last one where there is none. */
export function indexWithin(part: readonly LogEntry[], place: LogPlace): number {
  const at = part.findIndex((entry) => !isAfter(place, entry));
  return at === -1 ? Math.max(0, part.length - 1) : at;
}

const isAfter = (a: LogPlace, b: LogPlace): boolean =>
  a.attempt > b.attempt || (a.attempt === b.attempt && a.seq > b.seq);

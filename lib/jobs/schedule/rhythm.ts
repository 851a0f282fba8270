import { parseCron } from './cron';

const MINUTE = 60_000;

/** When a schedule falls due: every so many minutes on a grid, or by cron in a zone. */
export type Rhythm = { intervalMinutes: number } | { cron: string; timeZone: string };

/** The part of a stored schedule that says when it falls due. */
export interface RhythmRow {
  intervalMinutes: number | null;
  cron: string | null;
  timeZone: string;
  anchorAt: Date;
}

/**
 * The first time strictly after `after` at which a schedule falls due, never before its anchor; null when its
 * cron never comes again. Pure: a late run never moves the grid.
 */
export function nextTime(row: RhythmRow, after: Date): Date | null {
  if (row.intervalMinutes !== null) {
    const period = row.intervalMinutes * MINUTE;
    const anchor = row.anchorAt.getTime();
    const steps = Math.max(0, Math.floor((after.getTime() - anchor) / period) + 1);
    return new Date(anchor + steps * period);
  }
  // Just before the anchor, so that a time equal to it counts.
  const from = Math.max(after.getTime(), row.anchorAt.getTime() - 1);
  return parseCron(row.cron ?? '', row.timeZone).nextRun(new Date(from));
}

/** The next `count` times strictly after `after`. */
export function nextTimes(row: RhythmRow, after: Date, count: number): Date[] {
  const times: Date[] = [];
  for (let time = nextTime(row, after); time && times.length < count; time = nextTime(row, time))
    times.push(time);
  return times;
}

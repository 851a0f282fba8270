import { parseCron } from './cron';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LOOK_AHEAD_DAYS = 370;
/** What comes this often a day is not missed by anybody when an hour is left out or comes twice. */
const OFTEN = 24;

/** A moment at which the clocks of a zone are set anew. Offsets are milliseconds to be added to UTC. */
interface ClockChange {
  at: number;
  before: number;
  after: number;
}

/**
 * What the clock changes of the year from `from` on do to a cron expression, each in a sentence: its time does not exist
 * that day, or comes twice. Empty for a zone without changes, and for what comes at least every hour. Pure.
 */
export function clockChangeNotes(cron: string, timeZone: string, from: Date): string[] {
  return clockChanges(timeZone, from.getTime()).flatMap((change) => noteOf(cron, timeZone, change) ?? []);
}

function noteOf(cron: string, timeZone: string, { at, before, after }: ClockChange): string | null {
  const [start, end] = [at + Math.min(before, after), at + Math.max(before, after)];
  if (wallTimes(cron, start - DAY / 2, start + DAY / 2).length >= OFTEN) return null;
  const walls = wallTimes(cron, start, end);
  const first = walls[0];
  if (first === undefined) return null;
  const times = walls.map(clockOf).join(' and ');
  const day = dayOf(first);
  const many = walls.length > 1;
  const zoned = parseCron(cron, timeZone);
  if (after > before) {
    const next = zoned.nextRun(new Date(at - 1))?.getTime() ?? Number.POSITIVE_INFINITY;
    // It ran at a time that the expression does not name: moved. Otherwise the next regular one came.
    const wall = next + after;
    const moved = next < at + DAY && wallTimes(cron, wall, wall + MINUTE).length === 0;
    const instead = moved
      ? `${many ? 'they run' : 'it runs'} at ${clockOf(wall)} instead`
      : `${many ? 'they are' : 'it is'} left out that day`;
    return `${times} ${many ? 'do' : 'does'} not exist on ${day} in ${timeZone}: ${instead}.`;
  }
  const second = zoned.nextRun(new Date(first - after - 1))?.getTime() === first - after;
  const how = second ? 'both times' : 'the first time only';
  return `${times} ${many ? 'come' : 'comes'} twice on ${day} in ${timeZone}: ${many ? 'they run' : 'it runs'} ${how}.`;
}

/** The times of an expression between two readings of a clock on the wall, written as if the wall were in UTC. */
function wallTimes(cron: string, start: number, end: number): number[] {
  const naive = parseCron(cron, 'UTC');
  const times: number[] = [];
  for (
    let next = naive.nextRun(new Date(start - 1));
    next && next.getTime() < end && times.length < OFTEN;
    next = naive.nextRun(next)
  )
    times.push(next.getTime());
  return times;
}

function clockChanges(timeZone: string, from: number): ClockChange[] {
  const offset = offsetReader(timeZone);
  const changes: ClockChange[] = [];
  let before = offset(from);
  for (let day = 1; day <= LOOK_AHEAD_DAYS; day++) {
    const after = offset(from + day * DAY);
    if (after === before) continue;
    let [low, high] = [from + (day - 1) * DAY, from + day * DAY];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
    before = after;
  }
  return changes;
}

/** Reads how far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetReader(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}

const clockOf = (wall: number): string => new Date(wall).toISOString().slice(11, 16);

const dayOf = (wall: number): string =>
  new Date(wall).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });

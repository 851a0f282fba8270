import { nextTime } from './rhythm';
import type { ScheduleRow } from './schedule-row';

const MINUTE = 60_000;
/** With `catchUp: none`, an occurrence this late counts as missed. */
export const LATE_MS = MINUTE;
/** With `catchUp: all`, at most so many occurrences are made up for. */
export const MOST_CAUGHT_UP = 100;

export interface FallDue {
  /** What becomes of the occurrence that fell due: `wait` runs it once no earlier occurrence lives. */
  verdict: 'run' | 'wait' | 'skipped_overlap' | 'missed';
  /** The occurrence to arm; null when the rhythm never comes again. */
  next: Date | null;
}

/**
 * What happens when an occurrence falls due. Pure.
 * `dueAt`: its time on the grid. `now`: Postgres's clock. `busy`: whether an earlier occurrence lives, and whether one waits.
 */
export function fallDue(
  schedule: Pick<ScheduleRow, 'intervalMinutes' | 'cron' | 'timeZone' | 'anchorAt' | 'overlap' | 'catchUp'>,
  dueAt: Date,
  now: Date,
  busy: { live: boolean; waiting: boolean },
): FallDue {
  const late = now.getTime() - dueAt.getTime() > LATE_MS;
  const next =
    schedule.catchUp === 'all' ? afterBounded(schedule, dueAt, now) : nextTime(schedule, later(dueAt, now));
  if (schedule.catchUp === 'none' && late) return { verdict: 'missed', next };
  if (schedule.overlap === 'allow') return { verdict: 'run', next };
  // What is made up for runs one after the other: skipping it for overlap would not be making up.
  if (schedule.catchUp === 'all' && late) return { verdict: 'wait', next };
  if (schedule.overlap === 'queue') return { verdict: busy.waiting ? 'skipped_overlap' : 'wait', next };
  return { verdict: busy.live ? 'skipped_overlap' : 'run', next };
}

const later = (a: Date, b: Date) => (a > b ? a : b);

/**
 * The next time after `dueAt`, jumping so far ahead that at most MOST_CAUGHT_UP of them are in the past. It looks back
 * from now, ever further: walking all of a long downtime, minute by minute, would hold the worker up.
 */
function afterBounded(schedule: Parameters<typeof nextTime>[0], dueAt: Date, now: Date): Date | null {
  for (let span = MOST_CAUGHT_UP * MINUTE; ; span *= 4) {
    const from = later(dueAt, new Date(now.getTime() - span));
    const overdue: Date[] = [];
    let time = nextTime(schedule, from);
    for (; time && time <= now; time = nextTime(schedule, time)) overdue.push(time);
    if (overdue.length >= MOST_CAUGHT_UP || from <= dueAt)
      return overdue.at(-MOST_CAUGHT_UP) ?? overdue[0] ?? time;
  }
}

import type { Calendar } from '@/lib/schedules/calendar';

/** What runs at one time of the clock. */
export interface CalendarMoment {
  /** Unix milliseconds. */
  at: number;
  /** The ids of the schedules. */
  ids: string[];
}

/** An hour on the clock of whoever looks, with what runs in it. */
export interface CalendarHour {
  /** Unix milliseconds at which it begins. */
  at: number;
  count: number;
  moments: CalendarMoment[];
}

const MINUTE = 60_000;

/** Gathers occurrences by the hours of the reader's clock and within them by minute. Hours without any are there too. */
export function hoursOf({
  from,
  to,
  occurrences,
}: Pick<Calendar, 'from' | 'to' | 'occurrences'>): CalendarHour[] {
  const hours = new Map<number, CalendarHour>();
  const end = Date.parse(to);
  for (let at = hourBegins(Date.parse(from)); at <= end; at += 60 * MINUTE)
    hours.set(at, { at, count: 0, moments: [] });
  for (const { at, id } of occurrences) {
    const hour = hours.get(hourBegins(Date.parse(at)));
    if (!hour) continue;
    const minute = Math.floor(Date.parse(at) / MINUTE) * MINUTE;
    const last = hour.moments.at(-1);
    if (last?.at === minute) last.ids.push(id);
    else hour.moments.push({ at: minute, ids: [id] });
    hour.count += 1;
  }
  return [...hours.values()];
}

/** Zones may be half an hour off, so the clock of the place decides, not UTC. */
function hourBegins(at: number): number {
  const minutesPast = new Date(at).getMinutes();
  return Math.floor(at / MINUTE) * MINUTE - minutesPast * MINUTE;
}

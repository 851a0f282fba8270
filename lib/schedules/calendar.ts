import { pool } from '@/lib/db/client';
import { describeObjects } from '@/lib/jobs/queries/job-object';
import { nextTime, type RhythmRow } from '@/lib/jobs/schedule/rhythm';
import { rhythmInWords } from './rhythm';

/** What runs in the next 24 hours. Bounded: of very many occurrences the earliest thousand are told. */
export interface Calendar {
  /** ISO 8601, both. */
  from: string;
  to: string;
  /** The schedules that stand in it, by id. */
  schedules: Readonly<Record<string, CalendarSchedule>>;
  /** By time; `id` is the schedule's. */
  occurrences: { at: string; id: string }[];
  /** The ids of those that come more often than once an hour: a line each instead of a hundred marks. */
  frequent: string[];
  /** True when there was more than is told here. */
  cut: boolean;
}

export interface CalendarSchedule {
  name: string;
  /** The record its jobs are about: schedules of one runner share a name. */
  about: string | null;
  queue: string;
  rhythm: string;
}

interface Row extends RhythmRow {
  id: string;
  name: string;
  queue: string;
  objectType: string | null;
  objectId: string | null;
}

const HOURS = 24;
const MOST_SCHEDULES = 500;
const MOST_OCCURRENCES = 1000;

/** The calendar of the schedules in force, from now on. */
export async function getCalendar(now: Date): Promise<Calendar> {
  const to = new Date(now.getTime() + HOURS * 3_600_000);
  const { rows } = await pool().query<Row>(LIST, [to, MOST_SCHEDULES + 1]);
  const told = rows.slice(0, MOST_SCHEDULES);
  const calendar = calendarOf(told, now, to, await namesOf(told));
  return { ...calendar, cut: calendar.cut || rows.length > MOST_SCHEDULES };
}

/** What the schedules are about, by the schedule's id. */
async function namesOf(rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const about = rows.flatMap(({ id, objectType: type, objectId }) =>
    type && objectId ? [{ schedule: id, type, id: objectId }] : [],
  );
  const objects = await describeObjects(about);
  return new Map(
    about.map(({ schedule, type, id }) => {
      const object = objects.get(`${type}:${id}`);
      return [schedule, object?.name ?? `${object?.label ?? type} ${id}`];
    }),
  );
}

// By the armed occurrences, which an index has in their order.
const LIST = `
  SELECT s.id, s.name, s.queue, s.interval_minutes AS "intervalMinutes", s.cron, s.time_zone AS "timeZone",
         s.anchor_at AS "anchorAt", s.object_type AS "objectType", s.object_id AS "objectId"
    FROM job j JOIN schedule s ON s.id = j.schedule_id
   WHERE j.armed AND j.run_at < $1 AND s.ended_at IS NULL AND s.paused_at IS NULL
   ORDER BY j.run_at LIMIT $2`;

/** Pure; `about` names what schedules are about, by their ids. */
export function calendarOf(
  rows: readonly Row[],
  now: Date,
  to: Date,
  about: ReadonlyMap<string, string> = new Map(),
): Calendar {
  const schedules: Record<string, CalendarSchedule> = {};
  const occurrences: Calendar['occurrences'] = [];
  const frequent: string[] = [];
  for (const row of rows) {
    const times = timesOf(row, now, to);
    if (times.length === 0) continue;
    const { name, queue } = row;
    schedules[row.id] = { name, about: about.get(row.id) ?? null, queue, rhythm: rhythmInWords(row) };
    if (times.length > HOURS) frequent.push(row.id);
    else occurrences.push(...times.map((at) => ({ at: at.toISOString(), id: row.id })));
  }
  occurrences.sort((one, other) => one.at.localeCompare(other.at));
  return {
    from: now.toISOString(),
    to: to.toISOString(),
    schedules,
    occurrences: occurrences.slice(0, MOST_OCCURRENCES),
    frequent,
    cut: occurrences.length > MOST_OCCURRENCES,
  };
}

/** At most one more than once an hour: then it is known to be frequent. */
function timesOf(row: Row, now: Date, to: Date): Date[] {
  const times: Date[] = [];
  for (let time = nextTime(row, now); time && time <= to && times.length <= HOURS; time = nextTime(row, time))
    times.push(time);
  return times;
}

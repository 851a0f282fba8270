import type { RunnerDetail } from '@/lib/runners/queries';
import { INTERVAL_PRESETS } from '@/lib/schedules/interval-presets';
import type { ScheduleDetail } from '@/lib/schedules/queries';
import type { PreviewQuestion } from '@/lib/schedules/query-options';

export const OTHER_INTERVAL = 'minutes';
export const CRON = 'cron';

/** What the form holds; `toInput` makes of it what the command takes. */
export interface ScheduleValues {
  name: string;
  /** The minutes of a preset, `minutes` or `cron`. */
  rhythm: string;
  minutes: string;
  cron: string;
  timeZone: string;
  /** As an input of type datetime-local has it; empty: now, or the grid as it is. */
  at: string;
  overlap: ScheduleDetail['overlap'];
  catchUp: ScheduleDetail['catchUp'];
  notifications: ScheduleDetail['notifications'];
  queue: string;
  objectType: string;
  objectId: string;
  args: Record<string, unknown>;
}

/** The form's start: of an existing schedule, or of a new one with what its runner says. */
export function startValues(runner: RunnerDetail, schedule: ScheduleDetail | null): ScheduleValues {
  const { overlap, catchUp, notifications, queue } = schedule ?? runner;
  return {
    ...{ overlap, catchUp, notifications, queue },
    name: schedule?.name ?? '',
    rhythm: rhythmChoice(schedule),
    minutes: String(schedule?.intervalMinutes ?? 15),
    cron: schedule?.cron ?? '0 2 * * *',
    timeZone: schedule?.cron ? schedule.timeZone : ownTimeZone(),
    at: '',
    objectType: schedule?.object?.type ?? '',
    objectId: schedule?.object?.id ?? '',
    args: (schedule?.args as Record<string, unknown> | null) ?? {},
  };
}

const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function rhythmChoice(schedule: ScheduleDetail | null): string {
  if (!schedule) return '60';
  if (schedule.cron !== null) return CRON;
  const known = INTERVAL_PRESETS.some(({ minutes }) => minutes === schedule.intervalMinutes);
  return known ? String(schedule.intervalMinutes) : OTHER_INTERVAL;
}

/** When, as the command takes it. */
function rhythmOf({ rhythm, minutes, cron, timeZone }: ScheduleValues) {
  if (rhythm === CRON) return { cron, timeZone };
  return { interval: rhythm === OTHER_INTERVAL ? minutes : rhythm };
}

/** What to ask for the next times. An existing schedule keeps its grid until a first run is given. */
export function previewOf(values: ScheduleValues, schedule: ScheduleDetail | null): PreviewQuestion {
  const from = values.at ? isoOf(values.at) : (schedule?.anchorAt ?? '');
  return { interval: '', cron: '', timeZone: '', ...rhythmOf(values), from };
}

export function toNew(runner: string, values: ScheduleValues) {
  const { name, at, objectType, objectId, overlap, catchUp, notifications, queue, args } = values;
  return {
    ...{ runner, overlap, catchUp, notifications, queue, args },
    ...rhythmOf(values),
    ...(name.trim() ? { name } : {}),
    ...(at ? { scheduleAt: isoOf(at) } : {}),
    ...(objectType ? { instance: { type: objectType, id: objectId.trim() } } : {}),
  };
}

/** Only what was changed, so that a system job's schedule counts nothing else as an operator's. */
export function toChanges(id: string, values: ScheduleValues, start: ScheduleValues) {
  const { overlap, catchUp, notifications, queue, args } = values;
  const plain = { overlap, catchUp, notifications, queue, args, name: values.name.trim() || start.name };
  const changed = Object.entries(plain).filter(([field, value]) => differ(value, start[field as 'name']));
  const rhythm = rhythmOf(values);
  return {
    id,
    ...Object.fromEntries(changed),
    ...(differ(rhythm, rhythmOf(start)) ? rhythm : {}),
    ...(values.at ? { scheduleAt: isoOf(values.at) } : {}),
  };
}

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

const isoOf = (local: string): string => new Date(local).toISOString();

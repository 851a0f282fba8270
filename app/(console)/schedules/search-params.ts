import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { SCHEDULE_STATES } from '@/lib/schedules/schema';

/** The list's state in the URL: `?state=paused&search=import&after=…`. */
export const scheduleParams = {
  state: parseAsStringLiteral(SCHEDULE_STATES),
  search: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
};

export const loadScheduleParams = createLoader(scheduleParams);

import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { SCHEDULE_STATES } from '@/lib/schedules/schedule-states';
import type { ScheduleFilter } from '@/lib/schedules/schema';

/** The list's state in the URL: `?state=paused&q=import&after=…`. */
export const scheduleParams = {
  view: parseAsStringLiteral(['calendar']),
  state: parseAsStringLiteral(SCHEDULE_STATES),
  q: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
};

export type ScheduleParams = inferParserType<typeof scheduleParams>;

export const loadScheduleParams = createLoader(scheduleParams);
export const schedulesHref = createSerializer(scheduleParams);

export const filterOf = ({ q, view: _view, ...rest }: ScheduleParams): ScheduleFilter => ({
  ...rest,
  search: q.trim().slice(0, 200),
});

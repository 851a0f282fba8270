import { z } from 'zod';
import { SCHEDULE_STATES } from './schedule-states';

/** The question a list of schedules asks; the same in the URL, the API and the query. */
export const scheduleFilter = z.object({
  /** Null: active and paused ones; those that ended are only shown when asked for. */
  state: z.enum(SCHEDULE_STATES).nullable().catch(null).default(null),
  /** Part of the name or of the runner. */
  search: z.string().max(200).catch('').default(''),
  /** The cursor of the last row of the page before. */
  after: z.string().max(1000).nullable().catch(null).default(null),
  /** The cursor of the first row of the page after. */
  before: z.string().max(1000).nullable().catch(null).default(null),
});
export type ScheduleFilter = z.output<typeof scheduleFilter>;

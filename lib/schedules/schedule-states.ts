/** What a list of schedules can be narrowed to. Active: neither paused nor ended. */
export const SCHEDULE_STATES = ['active', 'paused', 'ended'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

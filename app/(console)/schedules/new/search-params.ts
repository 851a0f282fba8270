import { createLoader, parseAsString } from 'nuqs/server';

/** The runner in the address: `?runner=core.HousekeepingJob`. */
export const newScheduleParams = { runner: parseAsString.withDefault('') };

export const loadNewScheduleParams = createLoader(newScheduleParams);

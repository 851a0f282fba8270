/** Channel on which a transaction says, as it commits, that there is something to do. */
export const WORK_CHANNEL = 'yardmaster_work';
/** Channel on which workers are told of a decision: `cancel:<job id>`, `queue:<name>`, `worker:<id>`. */
export const CONTROL_CHANNEL = 'yardmaster_control';

/** In a payload of the work channel: a job now waits for its time. */
export const SCHEDULED_TOKEN = '@scheduled';

/** Queue names and `@scheduled`, separated by commas (names have none; a payload may hold 8000 bytes). */
export const wakePayload = (tokens: Iterable<string>): string =>
  [...new Set(tokens)].join(',').slice(0, 7900);

import { isOutage, isTimeout } from '@/lib/db/outage';
import { type ErrorCode, YardmasterError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { processLog } from '@/lib/process-log';
import type { Failure } from './result';

const statuses: Record<Failure['code'], number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_exceeded: 429,
  configuration: 500,
  unexpected: 500,
  unavailable: 503,
};

/** The HTTP status that says the same as a failure's code. */
export const statusOf = (code: Failure['code']): number => statuses[code];

/** The one translator between what code throws and what a browser is told. Unknown errors are logged whole. */
export function failureOf(error: unknown, where: string): Failure {
  if (error instanceof YardmasterError) {
    return { code: error.code, message: error.message, fields: error.fields };
  }
  if (isSomewhereIn(error, isTimeout)) {
    return {
      code: 'limit_exceeded',
      message:
        'The database took too long to answer and was stopped. Narrow what you asked for, or try again.',
      fields: {},
    };
  }
  const requestId = newId();
  processLog().error({ err: error, requestId, where }, 'A request failed unexpectedly');
  const [code, message]: [ErrorCode | 'unexpected', string] = isSomewhereIn(error, isOutage)
    ? ['unavailable', 'The database cannot be reached just now. Try again in a moment.']
    : [
        'unexpected',
        `Something went wrong on our side. The log of the web process has it as request ${requestId}.`,
      ];
  return { code, message, fields: {}, requestId };
}

// The layers between here and the driver wrap its errors.
function isSomewhereIn(error: unknown, isIt: (error: unknown) => boolean): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (isIt(at)) return true;
  }
  return false;
}

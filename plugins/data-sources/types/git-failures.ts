import { Errors } from 'isomorphic-git';
import { YardmasterError } from '@/lib/plugins';
import { httpFailure } from './http-url';

/** What git could not do, as a sentence for the operator. What is not git's own passes as it is. */
export function gitFailure(error: unknown, url: URL, withSecret: boolean): unknown {
  if (error instanceof YardmasterError || !(error instanceof Error)) return error;
  const where = url.host + url.pathname;
  if (error instanceof Errors.HttpError) {
    const { statusCode } = error.data as { statusCode: number };
    return httpFailure(url.host, `repository ${url.pathname}`, statusCode, withSecret);
  }
  if (error instanceof Errors.SmartHttpError || error instanceof Errors.EmptyServerResponseError) {
    return new YardmasterError(
      'unavailable',
      `${where} is not a git repository that can be read over HTTP.`,
      {
        cause: error,
      },
    );
  }
  // git's own errors carry data; what the server said went wrong comes as a plain Error.
  if ('caller' in error && ('data' in error || error.constructor === Error)) {
    return new YardmasterError('unavailable', `The repository ${where} could not be read: ${error.message}`, {
      cause: error,
    });
  }
  return error;
}

export function branchNotFound(branch: string, branches: readonly string[], url: URL): YardmasterError {
  const MOST_NAMED = 20;
  const named = branches.slice(0, MOST_NAMED).join(', ');
  const more = branches.length > MOST_NAMED ? ` and ${branches.length - MOST_NAMED} more` : '';
  return new YardmasterError(
    'not_found',
    branches.length === 0
      ? `The repository ${url.host}${url.pathname} has no branch yet.`
      : `The branch ${branch} is not in ${url.host}${url.pathname}, which has ${named}${more}.`,
  );
}

import { YardmasterError } from '@/lib/plugins';

/** An http or https address as it is to be stored. @throws YardmasterError `invalid_input` that says what was expected. */
export function checkHttpUrl(text: string, example: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new YardmasterError('invalid_input', `Expected an http or https address such as ${example}.`);
  }
  if (url.username || url.password) {
    throw new YardmasterError(
      'invalid_input',
      'Enter user and secret in their own fields, not in the address.',
    );
  }
  url.hash = '';
  return url.href;
}

/** The sentence for an answer that is not the thing asked for. */
export function httpFailure(
  host: string,
  what: string,
  status: number,
  withSecret: boolean,
): YardmasterError {
  if (status === 401 || status === 407) {
    const why = withSecret ? 'user or secret is wrong' : 'it asks for a user and a secret';
    return new YardmasterError(
      'unauthenticated',
      `Authentication failed at ${host} (HTTP ${status}): ${why}.`,
    );
  }
  if (status === 403) {
    return new YardmasterError('forbidden', `${host} does not allow to read ${what} (HTTP 403).`);
  }
  if (status === 404 || status === 410) {
    const hint = withSecret ? '' : '; if it is private, it needs a user and a secret';
    return new YardmasterError('not_found', `${host} has no ${what} (HTTP ${status})${hint}.`);
  }
  return new YardmasterError('unavailable', `${host} answered HTTP ${status} when asked for ${what}.`);
}

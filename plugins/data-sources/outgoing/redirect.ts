import { YardmasterError } from '@/lib/plugins';

/** Redirects that one request may follow. */
export const MAX_REDIRECTS = 5;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const CREDENTIALS = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** Where an answer sends the request on to, or null when it is the final answer. @throws YardmasterError when it may not go there. */
export function redirectTarget(status: number, location: string | undefined, from: URL): URL | null {
  if (!REDIRECTS.has(status) || location === undefined) return null;
  if (!URL.canParse(location, from)) {
    throw new YardmasterError('unavailable', `${from.host} redirects to something that is not an address.`);
  }
  const target = new URL(location, from);
  assertHttp(target);
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    throw new YardmasterError(
      'forbidden',
      `${from.host} redirects from https to http (${target.host}); not followed.`,
    );
  }
  target.username = '';
  target.password = '';
  return target;
}

/** Leaves out credentials when a request moves on to another origin. */
export function headersFor(
  target: URL,
  origin: URL,
  headers: Record<string, string>,
): Record<string, string> {
  if (target.origin === origin.origin) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !CREDENTIALS.has(name.toLowerCase())));
}

export function assertHttp(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new YardmasterError(
      'invalid_input',
      `Expected an http or https address, got ${url.protocol}//${url.host}.`,
    );
  }
}

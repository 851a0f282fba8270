import { config } from '@/lib/config';
import { YardmasterError } from '@/lib/errors';

/**
 * Refuses a write that another site started. Next accepts a server action without an Origin header, so this does not:
 * Sec-Fetch-Site, where the browser sends it, must say same-origin; Origin must be there and name this console.
 * @throws YardmasterError `forbidden`
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if ((site !== null && site !== 'same-origin') || origin === null || !isOurs(origin, headers)) {
    throw new YardmasterError(
      'forbidden',
      'This request did not come from the console itself, so nothing was changed.',
    );
  }
}

/**
 * Refuses a read that another site started. Typing an address is fine, and so is a client that is no browser.
 * @throws YardmasterError `forbidden`
 */
export function refuseForeignRead(headers: Headers): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (
    (site !== null && site !== 'same-origin' && site !== 'none') ||
    (origin !== null && !isOurs(origin, headers))
  ) {
    throw new YardmasterError('forbidden', 'This address answers only the console itself.');
  }
}

// Behind a proxy that rewrites Host, PUBLIC_URL says what people's browsers call this console.
function isOurs(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === headers.get('host') || origin === new URL(config().publicUrl).origin;
}

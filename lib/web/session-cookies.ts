import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies } from 'next/headers';

/** Passes Set-Cookie headers on to the browser. For server actions. */
export async function writeCookies(setCookies: readonly string[]): Promise<void> {
  const jar = await cookies();
  for (const header of setCookies) {
    for (const [name, cookie] of parseSetCookieHeader(header))
      jar.set(name, cookie.value, toCookieOptions(cookie));
  }
}

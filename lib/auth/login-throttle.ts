import { pool } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';

const WINDOW_MINUTES = 15;
/** Failed tries for one account, from wherever, in one window. */
export const TRIES_PER_ACCOUNT = 20;
/** Failed tries from one address, for whatever accounts, in one window. */
export const TRIES_PER_ADDRESS = 60;

/**
 * Counts a try before the password is looked at, in Postgres: tries sent at once, or to several web processes, are all counted.
 * @throws YardmasterError `limit_exceeded`
 */
export async function admitLogin(email: string, headers: Headers): Promise<void> {
  const { rows } = await pool().query<{ key: string; tries: number }>(
    `INSERT INTO login_throttle AS t (key, tries, since)
     SELECT key, 1, now() FROM unnest($1::text[]) AS key ORDER BY key
     ON CONFLICT (key) DO UPDATE SET
       tries = CASE WHEN t.since < now() - make_interval(mins => $2) THEN 1 ELSE t.tries + 1 END,
       since = CASE WHEN t.since < now() - make_interval(mins => $2) THEN now() ELSE t.since END
     RETURNING key, tries`,
    [keysOf(email, headers), WINDOW_MINUTES],
  );
  const most = (key: string) => (key.startsWith('account:') ? TRIES_PER_ACCOUNT : TRIES_PER_ADDRESS);
  if (rows.some(({ key, tries }) => tries > most(key))) {
    throw new YardmasterError(
      'limit_exceeded',
      `Too many failed tries to sign in. Wait up to ${WINDOW_MINUTES} minutes and try again.`,
    );
  }
}

/** After the right password: the account starts anew, its try no longer counts against the address; old rows go. */
export async function forgiveLogin(email: string, headers: Headers): Promise<void> {
  const [account, address] = keysOf(email, headers);
  await pool().query(
    `WITH gone AS (
       DELETE FROM login_throttle WHERE key = $1 OR (key <> $2 AND since < now() - make_interval(mins => $3))
     )
     UPDATE login_throttle SET tries = tries - 1 WHERE key = $2 AND tries > 0`,
    [account, address, WINDOW_MINUTES],
  );
}

// Whoever can reach the console directly can invent this header; the account's own limit holds all the same.
function keysOf(email: string, headers: Headers): [string, string] {
  const address = headers.get('x-forwarded-for')?.split(',')[0]?.trim().slice(0, 100) || 'unknown';
  return [`account:${email}`, `address:${address}`];
}

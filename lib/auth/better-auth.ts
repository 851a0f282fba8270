import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { derivedKey } from '@/lib/secrets';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-length';

const DAY_S = 24 * 60 * 60;

/** The code of the error that signing in as a disabled user gives. */
export const USER_DISABLED = 'USER_DISABLED';

function build(client: ReturnType<typeof db>) {
  return betterAuth({
    database: prismaAdapter(client, { provider: 'postgresql', transaction: true }),
    secret: derivedKey('sessions'),
    baseURL: config().publicUrl,
    emailAndPassword: {
      enabled: true,
      // People are made by the setup link and by administrators, never by themselves.
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    // Its HTTP endpoints are not mounted: the console's own actions call it, with their own throttle (login-throttle.ts).
    rateLimit: { enabled: false },
    session: { expiresIn: 7 * DAY_S, updateAge: DAY_S },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Asked after the password was found right, so it tells a stranger nothing.
          before: async (session) => {
            const user = await client.user.findUnique({ where: { id: session.userId } });
            if (user?.disabledAt)
              throw new APIError('FORBIDDEN', { code: USER_DISABLED, message: 'disabled' });
          },
        },
      },
    },
    advanced: { cookiePrefix: 'yardmaster', database: { generateId: () => newId() } },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

type Auth = ReturnType<typeof build>;
const built = new WeakMap<object, Auth>();

/** better-auth on the process's database client; made at first use, so that importing this opens nothing. */
export function auth(): Auth {
  const client = db();
  const known = built.get(client) ?? build(client);
  built.set(client, known);
  return known;
}

import { z } from 'zod';
import { Role } from '@/lib/db/generated/enums';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-length';

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    z.email('Enter an email address, such as you@example.org.').max(254, 'No email address is that long.'),
  );

/** What somebody signs in with. */
export const credentials = z.object({
  email,
  password: z.string().min(1, 'Enter your password.').max(PASSWORD_MAX, 'The password is shorter than that.'),
});

const name = z.string().trim().min(1, 'Enter a name.').max(100, 'Use at most 100 characters.');
const password = z
  .string()
  .min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters.`)
  .max(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`);
const role = z.enum(Role);
const token = z.string().max(200);

/** What a new user needs, apart from the role. */
export const newUser = z.object({ name, email, password });

/** The setup form: the first administrator and the token of the setup link. */
export const newAdministrator = newUser.extend({ token });

/** Which user a verb is about. */
export const userId = z.object({ id: z.string().max(100) });
export const roleChange = userId.extend({ role });
export const invitation = z.object({ email, role });

/** What the holder of a one-time link sends. */
export const acceptedInvitation = z.object({ token, name, password });
export const newPassword = z.object({ token, password });

/** What everybody may change about themselves. */
export const accountName = z.object({ name });
export const passwordChange = z.object({ current: credentials.shape.password, password });

/** The hashes before and after, once the old password was proven. */
export const provenPasswordChange = z.object({ before: z.string(), after: z.string() });

import { z } from 'zod';

/** Characters, at least and at most. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

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

/** What a new user needs, apart from the role. */
export const newUser = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(100, 'Use at most 100 characters.'),
  email,
  password: z
    .string()
    .min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters.`)
    .max(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`),
});

/** The setup form: the first administrator and the token of the setup link. */
export const newAdministrator = newUser.extend({ token: z.string().max(200) });

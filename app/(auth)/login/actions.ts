'use server';

import { credentials } from '@/lib/auth/schema';
import { signIn } from '@/lib/auth/session';
import { definePublicAction } from '@/lib/web/action';
import { writeCookies } from '@/lib/web/session-cookies';

export const logInAction = definePublicAction({
  input: credentials,
  run: async (input, headers) => writeCookies(await signIn(input, headers)),
});

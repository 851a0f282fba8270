'use server';

import { createAdministrator } from '@/lib/auth/commands/create-administrator';
import { newAdministrator } from '@/lib/auth/schema';
import { signIn } from '@/lib/auth/session';
import { definePublicAction } from '@/lib/web/action';
import { writeCookies } from '@/lib/web/session-cookies';

export const setUpAction = definePublicAction({
  input: newAdministrator,
  async run(input, headers) {
    await createAdministrator(input);
    await writeCookies(await signIn(input, headers));
  },
});

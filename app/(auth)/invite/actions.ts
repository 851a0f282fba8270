'use server';

import { acceptInvitation } from '@/lib/auth/commands/accept-invitation';
import { acceptedInvitation } from '@/lib/auth/schema';
import { signIn } from '@/lib/auth/session';
import { definePublicAction } from '@/lib/web/action';
import { writeCookies } from '@/lib/web/session-cookies';

export const acceptInvitationAction = definePublicAction({
  input: acceptedInvitation,
  async run(input, headers) {
    const { email } = await acceptInvitation(input);
    await writeCookies(await signIn({ email, password: input.password }, headers));
  },
});

'use server';

import { resetPassword } from '@/lib/auth/commands/reset-password';
import { newPassword } from '@/lib/auth/schema';
import { signIn } from '@/lib/auth/session';
import { definePublicAction } from '@/lib/web/action';
import { writeCookies } from '@/lib/web/session-cookies';

export const resetPasswordAction = definePublicAction({
  input: newPassword,
  async run(input, headers) {
    const { email } = await resetPassword(input);
    await writeCookies(await signIn({ email, password: input.password }, headers));
  },
});

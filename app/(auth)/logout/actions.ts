'use server';

import { z } from 'zod';
import { signOut } from '@/lib/auth/session';
import { definePublicAction } from '@/lib/web/action';
import { writeCookies } from '@/lib/web/session-cookies';

/** Works signed out as well: a second press, or a session that ended meanwhile, is no error. */
export const logOutAction = definePublicAction({
  input: z.unknown(),
  leadsTo: '/login',
  run: async (_input, headers) => writeCookies(await signOut(headers)),
});

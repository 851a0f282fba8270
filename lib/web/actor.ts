import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '@/lib/auth/actor';
import { offered, type Permission } from '@/lib/auth/permissions';
import { findSession } from '@/lib/auth/session';
import { hasUsers } from '@/lib/auth/setup-token';
import { config } from '@/lib/config';
import { PATH_HEADER } from './request-headers';
import { safePath } from './safe-path';

/** Who asks, or null when nobody is signed in. Read once a request. For server components and server actions. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const session = await findSession(await headers());
  return session?.actor ?? null;
});

/**
 * The first line of every page: who asks, if they may see it. Otherwise it does not return: to /setup when there is no
 * user at all, to /login with the way back when signed out, to /no-access when the role lacks the permission or READ_ONLY
 * leaves nothing to do there.
 */
export async function requirePage(permission: Permission): Promise<Actor> {
  const actor = await getActor();
  const path = safePath((await headers()).get(PATH_HEADER));
  if (!actor) {
    if (!(await hasUsers())) redirect('/setup');
    redirect(path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`);
  }
  if (!offered(actor.permissions, config().readOnly).includes(permission))
    redirect(`/no-access?${new URLSearchParams({ needs: permission, from: path })}`);
  return actor;
}

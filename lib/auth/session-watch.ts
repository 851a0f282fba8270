import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { type Permission, permissionsOf } from './permissions';

const CHECK_EVERY_MS = 30_000;

interface Watched {
  sessionId: string;
  permission: Permission;
  ended: () => void;
}

const watched = new Set<Watched>();
let timer: NodeJS.Timeout | undefined;

/**
 * Calls `ended` once the session of a long answer is over: signed out, expired, user disabled, permission gone.
 * Every 30 s one query asks about all of them. Returns the way to stop watching.
 */
export function watchSession(watch: Watched): () => void {
  watched.add(watch);
  timer ??= setInterval(() => void checkSessions().catch(() => undefined), CHECK_EVERY_MS).unref();
  return () => {
    watched.delete(watch);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Ends what is over. Rejects when Postgres can't be asked, and ends nothing then. */
export async function checkSessions(): Promise<void> {
  const asked = [...watched];
  const rows = await db().session.findMany({
    where: {
      id: { in: [...new Set(asked.map((watch) => watch.sessionId))] },
      expiresAt: { gt: new Date() },
      user: { disabledAt: null },
    },
    select: { id: true, user: { select: { role: true } } },
  });
  const roles = new Map<string, Role>(rows.map((row) => [row.id, row.user.role]));
  for (const watch of asked) {
    const role = roles.get(watch.sessionId);
    if (role && permissionsOf(role).has(watch.permission)) continue;
    // Two checks at once find the same: it is told by the first.
    if (watched.delete(watch)) watch.ended();
  }
}

/** As `checkSessions`, for the moment after something ended sessions: nobody waits, and what fails is found by the next check. */
export const checkSessionsSoon = (): void => void checkSessions().catch(() => undefined);

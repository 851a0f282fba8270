import type { Actor } from '@/lib/auth/actor';
import { ownIdOf } from '@/lib/auth/own-id';
import { lesserRole } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';

const MOST_SHOWN = 500;

export interface ApiKeySummary {
  id: string;
  name: string;
  /** The first characters of the key. */
  prefix: string;
  /** What it permits: its own role, or its owner's where that is less. */
  role: Role;
  owner: string;
  own: boolean;
  ownerDisabled: boolean;
  /** ISO 8601. */
  createdAt: string;
  /** Null: never. */
  expiresAt: string | null;
  expired: boolean;
  lastUsedAt: string | null;
}

/** One's own keys, and to those who administer users everybody's; one's own first, then the newest; at most 500. */
export async function listApiKeys(actor: Actor): Promise<ApiKeySummary[]> {
  const ownId = ownIdOf(actor);
  const own = await read({ userId: ownId });
  const others = actor.permissions.has('users.write') ? await read({ userId: { not: ownId } }) : [];
  const now = new Date();
  return [...own, ...others].map((key) => ({
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    role: lesserRole(key.role, key.user.role),
    owner: key.user.name,
    own: key.userId === ownId,
    ownerDisabled: key.user.disabledAt !== null,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    expired: key.expiresAt !== null && key.expiresAt <= now,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  }));
}

const read = (where: { userId: string | { not: string } }) =>
  db().apiKey.findMany({
    where,
    include: { user: { select: { name: true, role: true, disabledAt: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
  });

import { db, pool } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { deviceOf } from './device';

const PAGE_SIZE = 50;
const MOST_INVITATIONS = 500;
const MOST_SESSIONS = 100;

export interface SessionSummary {
  id: string;
  device: string;
  userAgent: string | null;
  address: string | null;
  /** ISO 8601. */
  since: string;
  expiresAt: string;
  current: boolean;
}

/** The sessions of a user that have not expired, the asking one first; at most 100. */
export async function listSessions(userId: string, currentId?: string): Promise<SessionSummary[]> {
  const rows = await db().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    take: MOST_SESSIONS,
  });
  return rows
    .map((row) => ({
      id: row.id,
      device: deviceOf(row.userAgent),
      userAgent: row.userAgent,
      address: row.ipAddress || null,
      since: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      current: row.id === currentId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}

export interface UserSummary {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** ISO 8601. */
  createdAt: string;
  disabledAt: string | null;
  /** When the newest session was opened or prolonged. */
  seenAt: string | null;
}

export interface InvitationSummary {
  email: string;
  role: Role;
  /** ISO 8601. */
  createdAt: string;
  expiresAt: string;
}

export interface UserList {
  users: UserSummary[];
  hasBefore: boolean;
  hasAfter: boolean;
  /** Open ones, on the first page alone. */
  invitations: InvitationSummary[];
}

/** Which page: the users after or before one (its id), `after` first; neither, or a user who is gone, is the first page. */
export interface UserCursor {
  after: string | null;
  before: string | null;
}

interface UserRow extends Omit<UserSummary, 'createdAt' | 'disabledAt' | 'seenAt'> {
  createdAt: Date;
  disabledAt: Date | null;
  seenAt: Date | null;
}

/** A page of the users by name, the enabled ones first, by keyset; and the open invitations, at most 500. */
export async function listUsers(
  q = '',
  { after, before }: UserCursor = { after: null, before: null },
  limit = PAGE_SIZE,
): Promise<UserList> {
  const like = `%${q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const cursor = await findPlace(after ?? before);
  const backwards = cursor !== null && after === null;
  const { rows } = await pool().query<UserRow>(
    `SELECT u.id, u.name, u.email, u.role, u.created_at AS "createdAt", u.disabled_at AS "disabledAt",
            (SELECT max(updated_at) FROM session s WHERE s.user_id = u.id) AS "seenAt"
       FROM "user" u
      WHERE (u.name ILIKE $1 OR u.email ILIKE $1)
        ${cursor ? `AND (${ORDER.join(', ')}) ${backwards ? '<' : '>'} ($2, $3, $4)` : ''}
      ORDER BY ${ORDER.map((part) => `${part} ${backwards ? 'DESC' : 'ASC'}`).join(', ')} LIMIT ${limit + 1}`,
    cursor ? [like, cursor.disabled, cursor.name, cursor.id] : [like],
  );
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (backwards) shown.reverse();
  const hasBefore = backwards ? more : cursor !== null;
  return {
    users: shown.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      disabledAt: row.disabledAt?.toISOString() ?? null,
      seenAt: row.seenAt?.toISOString() ?? null,
    })),
    hasBefore,
    hasAfter: backwards || more,
    invitations: hasBefore ? [] : await listInvitations(q),
  };
}

const ORDER = ['(u.disabled_at IS NOT NULL)', 'u.name', 'u.id'];

async function findPlace(id: string | null): Promise<{ disabled: boolean; name: string; id: string } | null> {
  if (id === null) return null;
  const user = await db().user.findUnique({ where: { id }, select: { name: true, disabledAt: true } });
  return user && { id, name: user.name, disabled: user.disabledAt !== null };
}

async function listInvitations(q: string): Promise<InvitationSummary[]> {
  const rows = await db().oneTimeLink.findMany({
    where: {
      kind: 'invitation',
      expiresAt: { gt: new Date() },
      email: { contains: q.trim(), mode: 'insensitive' },
    },
    orderBy: { createdAt: 'desc' },
    take: MOST_INVITATIONS,
  });
  return rows.map(({ email, role, createdAt, expiresAt }) => ({
    email,
    role,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { deviceOf } from './device';

const MOST_USERS = 500;
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
  invitations: InvitationSummary[];
  /** There are more users than are listed. */
  cut: boolean;
}

/** The users by name, the enabled ones first, and the open invitations; at most 500 of each. */
export async function listUsers(q = ''): Promise<UserList> {
  const like = { contains: q.trim(), mode: 'insensitive' } as const;
  const [rows, invitations] = await Promise.all([
    db().user.findMany({
      where: { OR: [{ name: like }, { email: like }] },
      orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
      include: { sessions: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 } },
      take: MOST_USERS + 1,
    }),
    db().oneTimeLink.findMany({
      where: { kind: 'invitation', expiresAt: { gt: new Date() }, email: like },
      orderBy: { createdAt: 'desc' },
      take: MOST_USERS,
    }),
  ]);
  return {
    users: rows.slice(0, MOST_USERS).map(({ id, name, email, role, createdAt, disabledAt, sessions }) => ({
      id,
      name,
      email,
      role,
      createdAt: createdAt.toISOString(),
      disabledAt: disabledAt?.toISOString() ?? null,
      seenAt: sessions[0]?.updatedAt.toISOString() ?? null,
    })),
    invitations: invitations.map(({ email, role, createdAt, expiresAt }) => ({
      email,
      role,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    cut: rows.length > MOST_USERS,
  };
}

import { pool } from '@/lib/db/client';
import { firstIdOf } from '@/lib/jobs/queries/filter-sql';
import {
  AUDIT_PAGE_SIZE,
  type AuditCursor,
  type AuditFilter,
  type AuditWindow,
  NEWEST,
  NO_USER,
} from './audit-filter';

const HOUR_MS = 60 * 60 * 1000;
const WINDOW_MS: Record<AuditWindow, number> = {
  '1h': HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 7 * 24 * HOUR_MS,
  '30d': 30 * 24 * HOUR_MS,
};

export interface AuditRow {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Null when the system itself acted, or somebody who was not signed in. */
  userId: string | null;
  /** The name at the time. */
  actor: string;
  /** A verb such as `queue.pause`. */
  action: string;
  targetType: string;
  targetId: string;
  /** What the target is called now, or was when it went; null where it has no name but its id. */
  targetName: string | null;
  before: unknown;
  after: unknown;
}

export interface AuditPage {
  rows: AuditRow[];
  hasNewer: boolean;
  hasOlder: boolean;
}

/**
 * A page of the audit, newest first, by keyset on the id, which is made of the time. Each part of the filter is served
 * by an index that ends in the id.
 */
export async function listAudit(
  filter: AuditFilter,
  cursor: AuditCursor = NEWEST,
  limit = AUDIT_PAGE_SIZE,
): Promise<AuditPage> {
  const backwards = cursor.olderThan === null && cursor.newerThan !== null;
  const values: unknown[] = [];
  const where = conditions(filter, cursor, (value) => `$${values.push(value)}`, Date.now());
  const { rows } = await pool().query<Omit<AuditRow, 'at'> & { at: Date }>(
    `SELECT e.id, e.at, e.user_id AS "userId", e.actor, e.action, e.target_type AS "targetType",
            e.target_id AS "targetId", e.before, e.after,
            coalesce(j.name, s.name, u.name, e.after->>'name', e.before->>'name') AS "targetName"
       FROM (SELECT * FROM audit_event ${where} ORDER BY id ${backwards ? 'ASC' : 'DESC'} LIMIT ${limit + 1}) e
       LEFT JOIN job j ON j.id = ${targetIn('job')}
       LEFT JOIN schedule s ON s.id = ${targetIn('schedule')}
       LEFT JOIN "user" u ON u.id = CASE WHEN e.target_type = 'user' THEN e.target_id END
      ORDER BY e.id ${backwards ? 'ASC' : 'DESC'}`,
    values,
  );
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (backwards) shown.reverse();
  return {
    rows: shown.map((row) => ({ ...row, at: row.at.toISOString() })),
    hasNewer: backwards ? more : cursor.olderThan !== null,
    hasOlder: backwards || more,
  };
}

/** The target's id as a uuid, where it is one: a plugin may write anything. */
const targetIn = (type: 'job' | 'schedule') =>
  `CASE WHEN e.target_type = '${type}' AND e.target_id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN e.target_id::uuid END`;

function conditions(
  filter: AuditFilter,
  { olderThan, newerThan }: AuditCursor,
  bind: (value: unknown) => string,
  now: number,
): string {
  const { user, action, targetType, targetId, time } = filter;
  const from = time ? now - WINDOW_MS[time] : filter.from && Date.parse(filter.from);
  const to = time ? null : filter.to && Date.parse(filter.to);
  const all: string[] = [];
  if (user === NO_USER) all.push('user_id IS NULL');
  else if (user) all.push(`user_id = ${bind(user)}`);
  if (action) all.push(`action = ${bind(action)}`);
  if (targetType) all.push(`target_type = ${bind(targetType)}`);
  if (targetType && targetId) all.push(`target_id = ${bind(targetId)}`);
  if (from !== null) all.push(`id >= ${bind(firstIdOf(from as number))}::uuid`);
  if (to !== null) all.push(`id < ${bind(firstIdOf(to as number))}::uuid`);
  if (olderThan) all.push(`id < ${bind(olderThan)}::uuid`);
  else if (newerThan) all.push(`id > ${bind(newerThan)}::uuid`);
  return all.length > 0 ? `WHERE ${all.join(' AND ')}` : '';
}

/** What the audit can be filtered by: what stands in it, and who has an account. */
export interface AuditFacets {
  users: { id: string; name: string }[];
  actions: string[];
  targetTypes: string[];
}

const MOST_USERS = 500;

/** Reads the facets; each distinct value is one step in an index, however many rows have it. */
export async function readAuditFacets(): Promise<AuditFacets> {
  const [users, actions, targetTypes] = await Promise.all([
    pool().query<{ id: string; name: string }>(`SELECT id, name FROM "user" ORDER BY name, id LIMIT $1`, [
      MOST_USERS,
    ]),
    distinct('action'),
    distinct('target_type'),
  ]);
  return { users: users.rows, actions, targetTypes };
}

async function distinct(column: 'action' | 'target_type'): Promise<string[]> {
  const { rows } = await pool().query<{ value: string }>(
    `WITH RECURSIVE each AS (
       (SELECT ${column} AS value FROM audit_event ORDER BY ${column} LIMIT 1)
       UNION ALL
       SELECT (SELECT ${column} FROM audit_event WHERE ${column} > each.value ORDER BY ${column} LIMIT 1)
         FROM each WHERE each.value IS NOT NULL
     ) SELECT value FROM each WHERE value IS NOT NULL`,
  );
  return rows.map(({ value }) => value);
}

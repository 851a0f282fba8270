import type { Actor } from '@/lib/auth/actor';
import { pool } from '@/lib/db/client';
import type { JobStatus } from '@/lib/jobs/status';
import { maskText } from '@/lib/masking/secret-text';
import type { NotificationFilter } from './schema';
import { MOST_UNREAD_COUNTED } from './unread';

export interface NotificationSummary {
  id: string;
  /** Null once the job has been deleted. */
  jobId: string | null;
  /** How the job ended: completed, failed or errored. */
  status: JobStatus;
  /** The job's name. */
  title: string;
  /** What went wrong; empty where nothing did. */
  text: string;
  /** ISO 8601, as are all times here. */
  createdAt: string;
  readAt: string | null;
}

export interface NotificationPage {
  notifications: NotificationSummary[];
  /** The `before` of the next page; null on the last one. */
  next: string | null;
  /** How many of all are unread, counted up to 100. */
  unread: number;
}

type Row = Omit<NotificationSummary, 'createdAt' | 'readAt'> & { createdAt: Date; readAt: Date | null };

/** A page of the actor's own notifications, newest first. Who has no account (the system itself) has none. */
export async function listNotifications(actor: Actor, filter: NotificationFilter): Promise<NotificationPage> {
  const { rows } = await pool().query<Row>(
    `SELECT id, job_id AS "jobId", status, title, text, created_at AS "createdAt", read_at AS "readAt"
     FROM notification WHERE user_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ${filter.unread ? 'AND read_at IS NULL' : ''}
     ORDER BY id DESC LIMIT $3`,
    [actor.userId, filter.before ?? null, filter.limit + 1],
  );
  const page = rows.slice(0, filter.limit);
  return {
    notifications: page.map((row) => ({
      ...row,
      text: maskText(row.text),
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
    next: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
    unread: await countUnread(actor),
  };
}

/** How many notifications the actor has not read yet; counting stops at 100. */
export async function countUnread(actor: Actor): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM
       (SELECT 1 FROM notification WHERE user_id = $1 AND read_at IS NULL LIMIT $2) AS unread`,
    [actor.userId, MOST_UNREAD_COUNTED],
  );
  return rows[0]?.count ?? 0;
}

/** Windows of time that end now. */
export const AUDIT_WINDOWS = ['1h', '24h', '7d', '30d'] as const;
export type AuditWindow = (typeof AUDIT_WINDOWS)[number];

/** What is filtered by when a row has no user: whoever was not signed in, and the system itself. */
export const NO_USER = 'none';

export const AUDIT_PAGE_SIZE = 50;

/** Which of the audit's rows: each part narrows, null leaves it open. */
export interface AuditFilter {
  /** A user's id, or `NO_USER`. */
  user: string | null;
  /** A verb such as `queue.pause`. */
  action: string | null;
  targetType: string | null;
  /** Looked at together with `targetType` only. */
  targetId: string | null;
  /** Goes before `from` and `to`. */
  time: AuditWindow | null;
  /** ISO 8601; the first moment and the one after the last. */
  from: string | null;
  to: string | null;
}

/** Which page: the rows older or newer than one (its id), `olderThan` first; neither is the newest page. */
export interface AuditCursor {
  olderThan: string | null;
  newerThan: string | null;
}

export const EVERYTHING: AuditFilter = {
  user: null,
  action: null,
  targetType: null,
  targetId: null,
  time: null,
  from: null,
  to: null,
};

export const NEWEST: AuditCursor = { olderThan: null, newerThan: null };

import type { ObjectRef } from './object-ref';
import type { JobStatus } from './status';

/** The time windows an operator can pick, in hours back from now. */
export const TIME_WINDOWS = { '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 } as const;
export type TimeWindow = keyof typeof TIME_WINDOWS;

/** How many jobs one search looks at, at most, where no index answers it. */
export const SCAN_LIMIT = 100_000;

/** Which jobs to list; each part narrows further, null or empty leaves it open. */
export interface JobFilter {
  statuses: readonly JobStatus[];
  queue: string | null;
  /** A runner's key in the registry. */
  runner: string | null;
  object: ObjectRef | null;
  scheduleId: string | null;
  /** Created within this window before now. */
  window: TimeWindow | null;
  /** Words to find in name or error, or a whole id. */
  search: string;
}

export const NO_FILTER: JobFilter = {
  statuses: [],
  queue: null,
  runner: null,
  object: null,
  scheduleId: null,
  window: null,
  search: '',
};

/** Where a page of jobs begins: after (older than) or before (newer than) a job. Both null: at the newest. */
export interface JobCursor {
  olderThan: string | null;
  newerThan: string | null;
}

export const FIRST_PAGE: JobCursor = { olderThan: null, newerThan: null };

/** Whether the filter leaves anything out. */
export const isFiltered = (filter: JobFilter): boolean =>
  filter.statuses.length > 0 ||
  filter.search !== '' ||
  [filter.queue, filter.runner, filter.object, filter.scheduleId, filter.window].some(
    (part) => part !== null,
  );

/** The query string of `/api/jobs` for a page of the filtered list. */
export function jobsQuery(filter: JobFilter, cursor: JobCursor): URLSearchParams {
  const parts: Record<string, string | null> = {
    status: filter.statuses.join(','),
    queue: filter.queue,
    runner: filter.runner,
    object: filter.object && `${filter.object.type}:${filter.object.id}`,
    schedule: filter.scheduleId,
    window: filter.window,
    search: filter.search,
    olderThan: cursor.olderThan,
    newerThan: cursor.newerThan,
  };
  return new URLSearchParams(
    Object.entries(parts).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** Reads `type:id`; an id may itself hold colons. Null for anything else. */
export function parseObject(text: string): ObjectRef | null {
  const at = text.indexOf(':');
  return at < 1 || at === text.length - 1 ? null : { type: text.slice(0, at), id: text.slice(at + 1) };
}

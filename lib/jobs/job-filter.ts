import { type JobSort, NEWEST_FIRST } from './job-sort';
import type { ObjectRef } from './object-ref';
import type { JobReason, JobStatus } from './status';

/** The time windows an operator can pick, in hours back from now. */
export const TIME_WINDOWS = { '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 } as const;
export type TimeWindow = keyof typeof TIME_WINDOWS;

/** The times of a job that a window can be about. */
export const TIMES_OF_JOB = ['created', 'started', 'completed'] as const;
export type TimeOfJob = (typeof TIMES_OF_JOB)[number];

/** How many jobs a page looks at, at most, where no index answers what is asked. */
export const LOOK_LIMIT = 5_000;
/** So many jobs can be picked one by one. */
export const MOST_PICKED = 200;

/** Which jobs to list; each part narrows further, null or empty leaves it open. */
export interface JobFilter {
  statuses: readonly JobStatus[];
  queue: string | null;
  /** A runner's key in the registry. */
  runner: string | null;
  object: ObjectRef | null;
  scheduleId: string | null;
  /** The user who started it. */
  userId: string | null;
  reason: JobReason | null;
  /** The worker that has it, or had it last. */
  workerId: string | null;
  /** The job these were started again from. */
  againOfId: string | null;
  /** What failures of one kind have in common. */
  fingerprint: string | null;
  /** Which time `window`, `from` and `to` are about. */
  timeOf: TimeOfJob;
  /** Within this window before now; `from` and `to` win over it. */
  window: TimeWindow | null;
  /** ISO 8601; from this moment on. */
  from: string | null;
  /** ISO 8601; before this moment. */
  to: string | null;
  /** What lib/jobs/job-search.ts reads: words, a whole id, `args.path:value`, `log:words`. */
  search: string;
  /** None but these; null: any. */
  ids: readonly string[] | null;
  /** Words are looked for in names alone; set on the server for readers without `payloads.view`, never in a URL. */
  namesOnly?: true;
}

export const NO_FILTER: JobFilter = {
  statuses: [],
  queue: null,
  runner: null,
  object: null,
  scheduleId: null,
  userId: null,
  reason: null,
  workerId: null,
  againOfId: null,
  fingerprint: null,
  timeOf: 'created',
  window: null,
  from: null,
  to: null,
  search: '',
  ids: null,
};

/** Where a page of jobs begins: after (older than) or before (newer than) a place in the list. Both null: at its beginning. */
export interface JobCursor {
  olderThan: string | null;
  newerThan: string | null;
}

export const FIRST_PAGE: JobCursor = { olderThan: null, newerThan: null };

/** Whether the filter leaves anything out. */
export const isFiltered = (filter: JobFilter): boolean => jobsQuery(filter).size > 0;

/** The query string of `/api/jobs` for a page of the filtered list; without a cursor, the filter as text. */
export function jobsQuery(
  filter: JobFilter,
  cursor: JobCursor = FIRST_PAGE,
  sort: JobSort = NEWEST_FIRST,
): URLSearchParams {
  const isTimed = filter.window !== null || filter.from !== null || filter.to !== null;
  const parts: Record<string, string | null | undefined> = {
    status: filter.statuses.join(','),
    queue: filter.queue,
    runner: filter.runner,
    object: filter.object && `${filter.object.type}:${filter.object.id}`,
    schedule: filter.scheduleId,
    user: filter.userId,
    reason: filter.reason,
    worker: filter.workerId,
    again: filter.againOfId,
    fingerprint: filter.fingerprint,
    of: isTimed && filter.timeOf !== 'created' ? filter.timeOf : null,
    window: filter.window,
    from: filter.from,
    to: filter.to,
    search: filter.search,
    ids: filter.ids?.join(','),
    sort: sort === NEWEST_FIRST ? null : sort,
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

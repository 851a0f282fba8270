import { JOB_STATUSES, type JobStatus } from './status';

/** What a list of jobs can be sorted by: two moments, two lengths of time, and creation, which is the order of ids. */
export const SORT_KEYS = ['created', 'started', 'completed', 'duration', 'wait'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** A key, with `-` before it for the newest or longest first. */
export type JobSort = SortKey | `-${SortKey}`;

export const NEWEST_FIRST: JobSort = '-created';
export const ALL_SORTS: readonly JobSort[] = SORT_KEYS.flatMap((key): JobSort[] => [`-${key}`, key]);

export const sortKey = (sort: JobSort): SortKey => sort.replace('-', '') as SortKey;
export const isDescending = (sort: JobSort): boolean => sort.startsWith('-');

/** The order as a page says it. */
export const SORT_WORDS: Record<JobSort, string> = {
  '-created': 'newest first',
  created: 'oldest first',
  '-started': 'started last first',
  started: 'started first first',
  '-completed': 'ended last first',
  completed: 'ended first first',
  '-duration': 'longest first',
  duration: 'shortest first',
  '-wait': 'waited longest first',
  wait: 'waited shortest first',
};

/** Whether a list of these statuses (none: all) can be sorted so: jobs that have no such value are not in it. */
export function canSort(statuses: readonly JobStatus[], sort: JobSort): boolean {
  const key = sortKey(sort);
  if (key === 'created' || statuses.length === 0) return true;
  return statuses.some(
    (status) => JOB_STATUSES[status].terminal || (key === 'started' && status === 'running'),
  );
}

/** A place in a sorted list, as its address has it: the id alone, or milliseconds and the id. */
export interface SortPlace {
  ms: number | null;
  id: string;
}

const PLACE = /^(?:(-?\d{1,16})~)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Null for what is no place in a list of this order. */
export function parsePlace(text: string | null, sort: JobSort): SortPlace | null {
  const [, ms, id] = PLACE.exec(text ?? '') ?? [];
  if (!id || (sortKey(sort) === 'created') !== (ms === undefined)) return null;
  return { ms: ms === undefined ? null : Number(ms), id };
}

export const formatPlace = ({ ms, id }: SortPlace): string => (ms === null ? id : `${ms}~${id}`);

import { timeFormat } from '@/components/time/time-format';
import { shortId } from '@/components/ui/short-id';
import type { JobFilter, TimeWindow } from '@/lib/jobs/job-filter';
import type { JobFacets } from '@/lib/jobs/queries/job-facets';
import { JOB_REASONS, JOB_STATUSES } from '@/lib/jobs/status';

/** A part of a filter that stands by itself in the address and can be taken away. */
export type FilterKey =
  | 'queue'
  | 'runner'
  | 'object'
  | 'schedule'
  | 'user'
  | 'reason'
  | 'worker'
  | 'again'
  | 'fingerprint';

export interface FilterPart {
  key: FilterKey | 'status' | 'time' | 'search' | 'ids';
  label: string;
  value: string;
  /** The whole value where the other was shortened. */
  title?: string;
}

export const FILTER_LABELS: Record<FilterKey, string> = {
  queue: 'Queue',
  runner: 'Runner',
  reason: 'Reason',
  user: 'Started by',
  schedule: 'Schedule',
  object: 'About',
  worker: 'Worker',
  fingerprint: 'Error',
  again: 'Again of',
};

export const WINDOW_WORDS: Record<TimeWindow, string> = {
  '1h': 'last hour',
  '24h': 'last 24 hours',
  '7d': 'last 7 days',
  '30d': 'last 30 days',
};

const TIME_WORDS = { created: 'Created', started: 'Started', completed: 'Ended' } as const;

/** What a filter says, part by part, in words. Names come from the facets as far as they know them. */
export function filterParts(filter: JobFilter, facets: JobFacets | undefined): FilterPart[] {
  const named = (list: { key: string; label: string }[] | undefined, key: string) =>
    list?.find((one) => one.key === key)?.label;
  const part = (key: FilterKey, value: string | null | undefined, title?: string): FilterPart[] =>
    value ? [{ key, label: FILTER_LABELS[key], value, ...(title ? { title } : {}) }] : [];
  const byId = (key: FilterKey, id: string | null, list?: { key: string; label: string }[]) =>
    id ? part(key, named(list, id) ?? shortId(id), id) : [];
  const { object, runner, reason, fingerprint } = filter;
  return [
    ...(filter.statuses.length > 0
      ? [
          {
            key: 'status' as const,
            label: 'Status',
            value: filter.statuses.map((status) => JOB_STATUSES[status].label).join(' or '),
          },
        ]
      : []),
    ...part('queue', filter.queue),
    ...(runner ? part('runner', named(facets?.runners, runner) ?? runner, runner) : []),
    ...(reason ? part('reason', JOB_REASONS[reason]) : []),
    ...byId('user', filter.userId, facets?.users),
    ...byId('schedule', filter.scheduleId, facets?.schedules),
    ...(object
      ? part(
          'object',
          `${named(facets?.objectTypes, object.type) ?? object.type} ${shortId(object.id)}`,
          `${object.type}:${object.id}`,
        )
      : []),
    ...byId('worker', filter.workerId, facets?.workers),
    ...part('fingerprint', fingerprint?.slice(0, 8), fingerprint ?? undefined),
    ...byId('again', filter.againOfId),
    ...timePart(filter),
    ...(filter.search ? [{ key: 'search' as const, label: 'Search', value: filter.search }] : []),
    ...(filter.ids
      ? [
          {
            key: 'ids' as const,
            label: 'Picked',
            value: `${filter.ids.length.toLocaleString('en-GB')} by hand`,
          },
        ]
      : []),
  ];
}

function timePart(filter: JobFilter): FilterPart[] {
  const value = timeWords(filter);
  return value ? [{ key: 'time', label: TIME_WORDS[filter.timeOf], value }] : [];
}

const dayAndTime = timeFormat({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** The window of a filter in the reader's zone; null when it has none. */
export function timeWords({ from, to, window }: JobFilter): string | null {
  const moment = (text: string) => dayAndTime(Date.parse(text));
  if (from && to) return `${moment(from)} – ${moment(to)}`;
  if (from) return `since ${moment(from)}`;
  if (to) return `before ${moment(to)}`;
  return window ? WINDOW_WORDS[window] : null;
}

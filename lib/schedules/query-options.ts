import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { Calendar } from './calendar';
import type { TimesPreview } from './preview-times';
import type { ScheduleDetail, SchedulePage } from './queries';
import type { ScheduleFilter } from './schema';
import type { SystemJob } from './system-jobs';

/** A page of schedules; the page before stays on screen while the next one is read. */
export const schedulesOptions = (filter: ScheduleFilter) =>
  queryOptions({
    queryKey: ['schedules', 'list', filter],
    queryFn: ({ signal }) => fetchJson<SchedulePage>(`/api/schedules?${toQuery(filter)}`, signal),
    placeholderData: keepPreviousData,
  });

const LOOK_AGAIN_MS = 60_000;

/** What runs in the next 24 hours. Time goes on without any event. */
export const calendarOptions = () =>
  queryOptions({
    queryKey: ['schedules', 'calendar'],
    queryFn: ({ signal }) => fetchJson<Calendar>('/api/schedules/calendar', signal),
    refetchInterval: LOOK_AGAIN_MS,
  });

/** Every system job. */
export const systemJobsOptions = () =>
  queryOptions({
    queryKey: ['schedules', 'system'],
    queryFn: ({ signal }) => fetchJson<SystemJob[]>('/api/system-jobs', signal),
  });

/** One schedule with everything its page shows. */
export const scheduleOptions = (id: string) =>
  queryOptions({
    queryKey: ['schedules', 'one', id],
    queryFn: ({ signal }) => fetchJson<ScheduleDetail>(`/api/schedules/${encodeURIComponent(id)}`, signal),
  });

/** A rhythm as it stands in a form. */
export interface PreviewQuestion {
  /** Minutes. */
  interval: string;
  cron: string;
  timeZone: string;
  /** ISO 8601; empty: now. */
  from: string;
}

/** When a rhythm would fall due. The answer before stays on screen while the next one is read. */
export const nextTimesOptions = (question: PreviewQuestion) =>
  queryOptions({
    queryKey: ['next-times', question],
    queryFn: ({ signal }) =>
      fetchJson<TimesPreview>(`/api/schedules/next-times?${toQuery(question)}`, signal),
    placeholderData: keepPreviousData,
  });

function toQuery(filter: ScheduleFilter | PreviewQuestion): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query;
}

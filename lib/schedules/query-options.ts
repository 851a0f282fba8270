import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { ScheduleDetail, SchedulePage } from './queries';
import type { ScheduleFilter } from './schema';

/** A page of schedules; the page before stays on screen while the next one is read. */
export const schedulesOptions = (filter: ScheduleFilter) =>
  queryOptions({
    queryKey: ['schedules', 'list', filter],
    queryFn: ({ signal }) => fetchJson<SchedulePage>(`/api/schedules?${toQuery(filter)}`, signal),
    placeholderData: keepPreviousData,
  });

/** One schedule with everything its page shows. */
export const scheduleOptions = (id: string) =>
  queryOptions({
    queryKey: ['schedules', 'one', id],
    queryFn: ({ signal }) => fetchJson<ScheduleDetail>(`/api/schedules/${encodeURIComponent(id)}`, signal),
  });

function toQuery(filter: ScheduleFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query;
}

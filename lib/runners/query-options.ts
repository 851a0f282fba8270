import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { RunnerDetail, RunnerSummary } from './queries';

// Keys begin with `jobs`: what is new of a runner is its last job and its next one.

/** Every runner. */
export const runnersOptions = () =>
  queryOptions({
    queryKey: ['jobs', 'runners'],
    queryFn: ({ signal }) => fetchJson<RunnerSummary[]>('/api/runners', signal),
  });

/** One runner with the schema of its arguments. */
export const runnerOptions = (key: string) =>
  queryOptions({
    queryKey: ['jobs', 'runner', key],
    queryFn: ({ signal }) => fetchJson<RunnerDetail>(`/api/runners/${encodeURIComponent(key)}`, signal),
  });

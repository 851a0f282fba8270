import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { Depth } from './depth';
import type { Statistics } from './queries';
import type { RunnerEnds } from './runner-ends';
import { RUNNERS_WINDOW, type StatisticsWindow } from './windows';

// Workers write what they count every five seconds; a chart of days need not follow so closely.
const REFRESH_MS = { '1h': 10_000, '24h': 30_000, '7d': 120_000, '30d': 300_000 } satisfies Record<
  StatisticsWindow,
  number
>;

/** Ends of jobs over a window, of all of them or of one queue, one runner, or both. */
export const statisticsOptions = (given: { window: StatisticsWindow; queue?: string; runner?: string }) =>
  queryOptions({
    queryKey: ['statistics', given],
    queryFn: ({ signal }) => fetchJson<Statistics>(`/api/statistics?${new URLSearchParams(given)}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS[given.window],
  });

/** How the jobs of every runner ended lately, by the runner's key. */
export const runnerEndsOptions = () =>
  queryOptions({
    queryKey: ['statistics', 'runners'],
    queryFn: ({ signal }) => fetchJson<Record<string, RunnerEnds>>('/api/statistics/runners', signal),
    refetchInterval: REFRESH_MS[RUNNERS_WINDOW],
  });

/** How much waited in a queue over a window. */
export const depthOptions = (given: { window: StatisticsWindow; queue: string }) =>
  queryOptions({
    queryKey: ['depth', given],
    queryFn: ({ signal }) => fetchJson<Depth>(`/api/depth?${new URLSearchParams(given)}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS[given.window],
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { StatisticsWindow } from '@/lib/statistics/windows';
import { fetchJson } from '@/lib/web/fetch-json';
import type { Overview } from './queries';

// Also asked again by itself: a worker that goes silent announces nothing.
const REFRESH_MS = 10_000;

/** Everything the first page shows but the charts. The window says how far back failures are looked for. */
export const overviewOptions = (window: StatisticsWindow) =>
  queryOptions({
    queryKey: ['overview', window],
    queryFn: ({ signal }) => fetchJson<Overview>(`/api/overview?window=${window}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });

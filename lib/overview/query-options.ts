import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { Overview } from './queries';

// Also asked again by itself: a worker that goes silent announces nothing.
const REFRESH_MS = 10_000;

/** Everything the first page shows. */
export const overviewOptions = () =>
  queryOptions({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchJson<Overview>('/api/overview', signal),
    refetchInterval: REFRESH_MS,
  });

import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { SavedView } from './queries';

export const viewsOptions = () =>
  queryOptions({
    queryKey: ['views'],
    queryFn: ({ signal }) => fetchJson<SavedView[]>('/api/views', signal),
  });

// They are counts of jobs, and change as jobs do.
export const viewCountsOptions = () =>
  queryOptions({
    queryKey: ['jobs', 'view-counts'],
    queryFn: ({ signal }) => fetchJson<Record<string, number | null>>('/api/views/counts', signal),
  });

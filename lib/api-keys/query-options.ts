import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { ApiKeySummary } from './queries';

/** The keys that one may see. */
export const apiKeysOptions = () =>
  queryOptions({
    queryKey: ['users', 'api-keys'],
    queryFn: ({ signal }) => fetchJson<ApiKeySummary[]>('/api/api-keys', signal),
  });

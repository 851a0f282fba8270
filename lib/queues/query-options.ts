import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { QueueSummary } from './queries';
import type { QueueDetail } from './queue-detail';

// Depths change with every job; nobody announces that, so the page asks again while it is looked at.
const REFRESH_MS = 5_000;

/** Every queue with its depths. */
export const queuesOptions = () =>
  queryOptions({
    queryKey: ['queues'],
    queryFn: ({ signal }) => fetchJson<QueueSummary[]>('/api/queues', signal),
    refetchInterval: REFRESH_MS,
  });

/** One queue with what serves it. */
export const queueOptions = (name: string) =>
  queryOptions({
    queryKey: ['queues', 'one', name],
    queryFn: ({ signal }) => fetchJson<QueueDetail>(`/api/queues/${encodeURIComponent(name)}`, signal),
    refetchInterval: REFRESH_MS,
  });

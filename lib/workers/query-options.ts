import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { Drift } from './drift';
import type { WorkerSummary } from './queries';
import type { StoreTrouble } from './store-trouble';
import type { WorkerDetail } from './worker-detail';

// A heartbeat is not announced to browsers, and silence can't be.
const REFRESH_MS = 5_000;

/** The workers of now and of the last day. */
export const workersOptions = () =>
  queryOptions({
    queryKey: ['workers'],
    queryFn: ({ signal }) => fetchJson<WorkerSummary[]>('/api/workers', signal),
    refetchInterval: REFRESH_MS,
  });

/** Whether the workers reach the transport. */
export const storeTroubleOptions = () =>
  queryOptions({
    queryKey: ['workers', 'trouble'],
    queryFn: ({ signal }) => fetchJson<StoreTrouble>('/api/stores', signal),
    refetchInterval: REFRESH_MS,
  });

/** One worker with what it runs and ran. */
export const workerOptions = (id: string) =>
  queryOptions({
    queryKey: ['workers', 'one', id],
    queryFn: ({ signal }) => fetchJson<WorkerDetail>(`/api/workers/${id}`, signal),
    refetchInterval: REFRESH_MS,
  });

/** Where the live workers differ from each other. */
export const driftOptions = () =>
  queryOptions({
    queryKey: ['workers', 'drift'],
    queryFn: ({ signal }) => fetchJson<Drift>('/api/workers/drift', signal),
  });

import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { Diagnosis } from './diagnosis';
import type { PluginSummary } from './plugins';
import type { SystemState } from './queries';

// Heartbeats and sizes are not announced to browsers.
const REFRESH_MS = 10_000;

/** What the installation runs on. */
export const systemOptions = () =>
  queryOptions({
    queryKey: ['workers', 'system'],
    queryFn: ({ signal }) => fetchJson<SystemState>('/api/system', signal),
    refetchInterval: REFRESH_MS,
  });

/** The plugins, and in which version workers have them. */
export const pluginsOptions = () =>
  queryOptions({
    queryKey: ['workers', 'plugins'],
    queryFn: ({ signal }) => fetchJson<PluginSummary[]>('/api/plugins', signal),
    refetchInterval: REFRESH_MS,
  });

/** What the doctor finds, when somebody asks. */
export const diagnosisOptions = () =>
  queryOptions({
    queryKey: ['diagnosis'],
    queryFn: ({ signal }) => fetchJson<Diagnosis>('/api/system/doctor', signal),
    enabled: false,
  });

import type { JobStatus } from '@/lib/jobs';

/** The status of a data source: what its newest jobs say. Stored nowhere, so it can't stick. */
export type DataSourceStatus = 'new' | 'queued' | 'syncing' | 'completed' | 'failed';

/**
 * Every status with its label and a colour of the theme. The icon is that of the job status it comes from.
 */
export const DATA_SOURCE_STATUSES = {
  new: { label: 'New', colour: 'gray', job: 'scheduled', meaning: 'Never synced' },
  queued: { label: 'Queued', colour: 'cyan', job: 'pending', meaning: 'A sync waits for a worker' },
  syncing: { label: 'Syncing', colour: 'blue', job: 'running', meaning: 'A worker is at it' },
  completed: { label: 'Completed', colour: 'green', job: 'completed', meaning: 'The last sync completed' },
  failed: { label: 'Failed', colour: 'orange', job: 'failed', meaning: 'The last sync failed' },
} as const satisfies Record<
  DataSourceStatus,
  { label: string; colour: string; job: JobStatus; meaning: string }
>;

const byJob = {
  running: 'syncing',
  pending: 'queued',
  // Only a job that waits to be tried again counts here; a next occurrence does not.
  scheduled: 'queued',
  completed: 'completed',
  failed: 'failed',
  errored: 'failed',
  cancelled: null,
} as const satisfies Record<JobStatus, DataSourceStatus | null>;

/** The status that follows from the job that counts (null: none is left) and from whether it was ever synced. */
export function statusOf(job: JobStatus | null, syncedBefore: boolean): DataSourceStatus {
  return (job && byJob[job]) ?? (syncedBefore ? 'completed' : 'new');
}

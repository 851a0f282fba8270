import { pool } from '@/lib/db/client';
import { registry } from '../registry';

/** What the filters of the jobs list offer to choose from. */
export interface JobFacets {
  queues: string[];
  /** Runners that have jobs or that this process knows. */
  runners: { key: string; label: string }[];
}

// Walks from runner to runner along the index instead of reading every job.
const RUNNERS_WITH_JOBS = `
  WITH RECURSIVE walk AS (
    (SELECT runner FROM job ORDER BY runner LIMIT 1)
    UNION ALL
    SELECT (SELECT runner FROM job WHERE runner > walk.runner ORDER BY runner LIMIT 1) FROM walk WHERE walk.runner IS NOT NULL
  )
  SELECT runner AS value FROM walk WHERE runner IS NOT NULL LIMIT 1000`;

const QUEUES_IN_USE = `
  SELECT queue AS value FROM queue_control
  UNION SELECT queue FROM schedule
  UNION SELECT unnest(queues) FROM worker_process WHERE ended_at IS NULL`;

/** Every runner and queue an operator may want to filter by. */
export async function listJobFacets(): Promise<JobFacets> {
  const known = await registry();
  const [runners, queues] = await Promise.all([
    pool().query<{ value: string }>(RUNNERS_WITH_JOBS),
    pool().query<{ value: string }>(QUEUES_IN_USE),
  ]);
  const keys = new Set([...known.runners.map(({ key }) => key), ...runners.rows.map(({ value }) => value)]);
  return {
    queues: [...new Set([...known.queues, ...queues.rows.map(({ value }) => value)])],
    runners: [...keys].sort().map((key) => ({ key, label: known.find(key)?.meta.name ?? key })),
  };
}

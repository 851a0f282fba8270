import { pool } from '@/lib/db/client';
import { registry } from '../registry';

export interface Facet {
  key: string;
  label: string;
}

/** What the filters of the jobs list offer to choose from. */
export interface JobFacets {
  queues: string[];
  /** Runners that have jobs or that this process knows. */
  runners: Facet[];
  /** By name, at most 500. */
  users: Facet[];
  schedules: Facet[];
  /** The newest hundred. */
  workers: Facet[];
  objectTypes: Facet[];
}

// Walks from runner to runner along the index instead of reading every job; what runs is not in it.
const RUNNERS_WITH_JOBS = `
  WITH RECURSIVE walk AS (
    (SELECT runner FROM job WHERE status <> 'running' ORDER BY runner LIMIT 1)
    UNION ALL
    SELECT (SELECT runner FROM job WHERE runner > walk.runner AND status <> 'running' ORDER BY runner LIMIT 1)
      FROM walk WHERE walk.runner IS NOT NULL
  )
  (SELECT runner AS key FROM walk WHERE runner IS NOT NULL LIMIT 1000)
  UNION SELECT runner FROM job WHERE status = 'running'`;

const QUEUES_IN_USE = `
  SELECT queue AS key FROM queue_control
  UNION SELECT queue FROM schedule
  UNION SELECT unnest(queues) FROM worker_process WHERE ended_at IS NULL`;

const USERS = 'SELECT id AS key, name AS label FROM "user" ORDER BY name LIMIT 500';
const SCHEDULES =
  'SELECT id AS key, name AS label FROM schedule ORDER BY ended_at IS NOT NULL, name LIMIT 500';
const WORKERS = `
  SELECT id AS key, host || ' · ' || pid AS label FROM worker_process
   ORDER BY ended_at IS NOT NULL, id DESC LIMIT 100`;

/** Every value that an operator may want to filter by. */
export async function listJobFacets(): Promise<JobFacets> {
  const known = await registry();
  const read = async (text: string) => (await pool().query<Facet>(text)).rows;
  const [runners, queues, users, schedules, workers] = await Promise.all(
    [RUNNERS_WITH_JOBS, QUEUES_IN_USE, USERS, SCHEDULES, WORKERS].map(read),
  );
  const keys = new Set([...known.runners.map(({ key }) => key), ...(runners ?? []).map(({ key }) => key)]);
  return {
    queues: [...new Set([...known.queues, ...(queues ?? []).map(({ key }) => key)])],
    runners: [...keys].sort().map((key) => ({ key, label: known.find(key)?.meta.name ?? key })),
    users: users ?? [],
    schedules: schedules ?? [],
    workers: workers ?? [],
    objectTypes: known.objectTypes.map(({ type, label }) => ({ key: type, label })),
  };
}

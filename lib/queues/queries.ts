import { pool } from '@/lib/db/client';
import { CORE_QUEUES, registry } from '@/lib/jobs/registry';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { DEPTH_LIMIT } from './depth';

export interface QueueWorker {
  id: string;
  host: string;
  pid: number;
}

export interface QueueSummary {
  name: string;
  /** Due and waiting; counted up to DEPTH_LIMIT, more is shown as "10,000+". */
  pending: number;
  /** Waiting for their time; counted up to DEPTH_LIMIT over all queues together. */
  scheduled: number;
  running: number;
  /** When the job that has waited longest fell due; ISO 8601. Null: nothing waits. */
  oldestDueAt: string | null;
  pausedAt: string | null;
  pausedBy: string | null;
  pauseReason: string | null;
  /** The live workers that serve it. */
  workers: QueueWorker[];
}

interface QueueRow extends Omit<QueueSummary, 'oldestDueAt' | 'pausedAt' | 'workers'> {
  oldestDueAt: Date | null;
  pausedAt: Date | null;
  workers: QueueWorker[] | null;
}

/**
 * Every queue there is a reason to show: those of the registry, those that a live worker serves, that hold live jobs,
 * or that somebody paused. The core queues first, in the order in which they are served, then by name.
 */
export async function listQueues(): Promise<QueueSummary[]> {
  const { queues } = await registry();
  const { rows } = await pool().query<QueueRow>(LIST_QUEUES, [queues, DEPTH_LIMIT, SILENT_AFTER_MS]);
  return rows
    .map((row) => ({
      ...row,
      oldestDueAt: row.oldestDueAt?.toISOString() ?? null,
      pausedAt: row.pausedAt?.toISOString() ?? null,
      workers: row.workers ?? [],
    }))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
}

const rank = (name: string) => {
  const place = (CORE_QUEUES as readonly string[]).indexOf(name);
  return place === -1 ? CORE_QUEUES.length : place;
};

// "waiting" walks from name to name along the partial index instead of reading the whole backlog.
const LIST_QUEUES = `
  WITH RECURSIVE waiting AS (
    SELECT min(queue) AS queue FROM job WHERE status = 'pending'
    UNION ALL
    SELECT (SELECT min(queue) FROM job WHERE status = 'pending' AND queue > waiting.queue)
      FROM waiting WHERE waiting.queue IS NOT NULL
  ),
  running AS (SELECT queue, count(*)::int AS count FROM job WHERE status = 'running' GROUP BY queue),
  later AS (
    SELECT queue, count(*)::int AS count
      FROM (SELECT queue FROM job WHERE status = 'scheduled' ORDER BY run_at LIMIT $2) soonest GROUP BY queue
  ),
  live AS (
    SELECT id, host, pid, queues FROM worker_process
     WHERE ended_at IS NULL AND NOT lost AND heartbeat_at >= now() - $3 * interval '1 millisecond'
  ),
  names AS (
    SELECT unnest($1::text[]) AS name
    UNION SELECT queue FROM waiting WHERE queue IS NOT NULL
    UNION SELECT queue FROM running UNION SELECT queue FROM later
    UNION SELECT unnest(queues) FROM live
    UNION SELECT queue FROM queue_control WHERE paused_at IS NOT NULL
  )
  SELECT names.name, depth.count AS pending, coalesce(later.count, 0) AS scheduled,
         coalesce(running.count, 0) AS running, oldest.run_at AS "oldestDueAt",
         control.paused_at AS "pausedAt", control.paused_by AS "pausedBy", control.pause_reason AS "pauseReason",
         serving.workers
    FROM names
    CROSS JOIN LATERAL (
      SELECT count(*)::int FROM (SELECT 1 FROM job WHERE status = 'pending' AND queue = names.name LIMIT $2) capped
    ) depth
    LEFT JOIN LATERAL (
      SELECT run_at FROM job WHERE status = 'pending' AND queue = names.name ORDER BY run_at LIMIT 1
    ) oldest ON true
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', id, 'host', host, 'pid', pid) ORDER BY host, pid) AS workers
        FROM live WHERE names.name = ANY(live.queues)
    ) serving ON true
    LEFT JOIN running ON running.queue = names.name
    LEFT JOIN later ON later.queue = names.name
    LEFT JOIN queue_control control ON control.queue = names.name`;

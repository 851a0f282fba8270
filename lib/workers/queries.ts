import { pool } from '@/lib/db/client';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';

// Ended workers are kept on the page for a day, so that a lost one is not overlooked.
const ENDED_FOR = '24 hours';
const MOST_WORKERS = 200;
const MOST_JOBS_SHOWN = 20;

/** live: heartbeat fresh · silent: it should beat but doesn't · lost: given up · ended: stopped in order. */
export type WorkerState = 'live' | 'silent' | 'lost' | 'ended';

export interface WorkerJob {
  id: string;
  name: string;
  queue: string;
  /** ISO 8601. */
  startedAt: string | null;
  progressDone: number | null;
  progressTotal: number | null;
}

export interface WorkerSummary {
  id: string;
  host: string;
  pid: number;
  version: string;
  /** The transport it works on: `postgres` or `redis`. */
  backend: string;
  /** In the order in which the worker serves them. */
  queues: string[];
  slots: number;
  slotsUsed: number;
  state: WorkerState;
  /** What an operator asked of it: `quiet`, `stop`, or nothing. */
  asked: string | null;
  trouble: string | null;
  startedAt: string;
  heartbeatAt: string;
  endedAt: string | null;
  /** What it runs now, oldest first; at most 20. */
  jobs: WorkerJob[];
}

interface WorkerRow extends Omit<WorkerSummary, 'startedAt' | 'heartbeatAt' | 'endedAt' | 'jobs'> {
  startedAt: Date;
  heartbeatAt: Date;
  endedAt: Date | null;
  jobs: (Omit<WorkerJob, 'startedAt'> & { startedAt: string | null })[] | null;
}

/** The workers of now and of the last day, living ones first; at most 200. */
export async function listWorkers(): Promise<WorkerSummary[]> {
  const { rows } = await pool().query<WorkerRow>(
    `${SELECT_WORKERS}
      WHERE w.ended_at IS NULL OR w.ended_at > now() - $3::interval
      ORDER BY (w.ended_at IS NOT NULL OR w.lost), w.host, w.started_at DESC, w.id LIMIT $4`,
    [SILENT_AFTER_MS, MOST_JOBS_SHOWN, ENDED_FOR, MOST_WORKERS],
  );
  return rows.map(toSummary);
}

/** One worker, whenever it ended; null when its row is gone. */
export async function findWorker(id: string): Promise<WorkerSummary | null> {
  const { rows } = await pool().query<WorkerRow>(`${SELECT_WORKERS} WHERE w.id = $3`, [
    SILENT_AFTER_MS,
    MOST_JOBS_SHOWN,
    id,
  ]);
  return rows[0] ? toSummary(rows[0]) : null;
}

const toSummary = (row: WorkerRow): WorkerSummary => ({
  ...row,
  startedAt: row.startedAt.toISOString(),
  heartbeatAt: row.heartbeatAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  jobs: (row.jobs ?? []).map((job) => ({ ...job, startedAt: isoOrNull(job.startedAt) })),
});

const isoOrNull = (text: string | null) => (text === null ? null : new Date(text).toISOString());

const SELECT_WORKERS = `
  SELECT w.id, w.host, w.pid, w.version, w.backend, w.queues, w.slots, w.asked, w.trouble,
         w.started_at AS "startedAt", w.heartbeat_at AS "heartbeatAt", w.ended_at AS "endedAt",
         least(coalesce(used.count, 0), w.slots)::int AS "slotsUsed", running.jobs,
         CASE WHEN w.lost THEN 'lost' WHEN w.ended_at IS NOT NULL THEN 'ended'
              WHEN w.heartbeat_at < now() - $1 * interval '1 millisecond' THEN 'silent' ELSE 'live' END AS state
    FROM worker_process w
    LEFT JOIN LATERAL (SELECT count(*) FROM job WHERE worker_id = w.id AND status = 'running') used ON true
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', j.id, 'name', j.name, 'queue', j.queue, 'startedAt', j.started_at,
                      'progressDone', j.progress_done, 'progressTotal', j.progress_total) ORDER BY j.id) AS jobs
        FROM (SELECT * FROM job WHERE worker_id = w.id AND status = 'running' ORDER BY id LIMIT $2) j
    ) running ON true`;

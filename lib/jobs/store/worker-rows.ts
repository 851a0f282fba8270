import { SILENT } from './reap-jobs';
import { hot, poolSql } from './sql';

export interface WorkerIdentity {
  id: string;
  host: string;
  pid: number;
  version: string;
  /** `redis`, `postgres`, or `in-process` for jobs run with `immediate`. */
  backend: string;
  queues: readonly string[];
  runners: readonly string[];
  /** The version of each plugin, by the plugin's name. */
  plugins: Readonly<Record<string, string>>;
  slots: number;
}

export async function registerWorker(worker: WorkerIdentity): Promise<void> {
  await poolSql(
    `INSERT INTO worker_process (id, host, pid, version, backend, queues, runners, slots, plugins)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      worker.id,
      worker.host,
      worker.pid,
      worker.version,
      worker.backend,
      worker.queues,
      worker.runners,
      worker.slots,
      JSON.stringify(worker.plugins),
    ],
  );
}

// Of worker $1, beside the jobs $2. Younger ones than five seconds may still be on their way.
const NOT_IN_HAND = `worker_id = $1 AND status = 'running' AND id <> ALL($2::uuid[])
  AND started_at < now() - interval '5 seconds'`;

/** What a worker learns as it says that it is alive. */
export interface Heard {
  /** What an operator asked of it: `quiet`, `stop`, or null. */
  asked: string | null;
  /** Whether `jobsNotInHand` would find some. */
  strays: boolean;
  /** Whether `reapJobs` has something to do. */
  lost: boolean;
}

const HEARTBEAT = hot(
  `WITH beat AS (UPDATE worker_process SET heartbeat_at = now(), trouble = $3, lost = false, ended_at = NULL WHERE id = $1
     RETURNING asked)
   SELECT (SELECT asked FROM beat) AS asked,
     EXISTS (SELECT 1 FROM job WHERE ${NOT_IN_HAND}) AS strays,
     EXISTS (SELECT 1 FROM worker_process WHERE ${SILENT} AND id <> $1)
       OR EXISTS (SELECT 1 FROM job j WHERE j.status = 'running' AND NOT EXISTS (
         SELECT 1 FROM worker_process w WHERE w.id = j.worker_id AND w.ended_at IS NULL)) AS lost`,
);

/**
 * Says that the worker is alive, and what troubles it; looks in the same statement whether there is more to do. A worker that
 * was taken for lost is live again: its jobs are not its own any more, which `jobsToStop` tells.
 * @param inHand the ids of the jobs that it runs
 */
export async function heartbeat(
  id: string,
  trouble: string | null,
  inHand: readonly string[] = [],
): Promise<Heard> {
  const [heard] = await poolSql<Heard>(HEARTBEAT, [id, inHand, trouble]);
  return heard ?? { asked: null, strays: false, lost: false };
}

/** Those of the worker's jobs that it must stop: cancelled by someone, taken away, or deleted. */
export async function jobsToStop(
  workerId: string,
  running: readonly { jobId: string; attemptNo: number }[],
): Promise<{ jobId: string; cancelled: boolean }[]> {
  if (running.length === 0) return [];
  return poolSql<{ jobId: string; cancelled: boolean }>(
    `SELECT r.id AS "jobId", j.id IS NOT NULL AS cancelled FROM unnest($1::uuid[], $2::int[]) AS r(id, attempt)
     LEFT JOIN job j ON j.id = r.id AND j.status = 'running' AND j.worker_id = $3 AND j.attempt_no = r.attempt
     WHERE j.id IS NULL OR j.cancel_asked_at IS NOT NULL`,
    [running.map(({ jobId }) => jobId), running.map(({ attemptNo }) => attemptNo), workerId],
  );
}

export async function endWorker(id: string): Promise<void> {
  await poolSql('UPDATE worker_process SET ended_at = now() WHERE id = $1', [id]);
}

/** Jobs that are the worker's by their row but not in its hands: a claim whose answer was lost with its connection. */
export async function jobsNotInHand(
  workerId: string,
  inHand: readonly string[],
): Promise<{ jobId: string; attemptNo: number }[]> {
  return poolSql<{ jobId: string; attemptNo: number }>(
    `SELECT id AS "jobId", attempt_no AS "attemptNo" FROM job WHERE ${NOT_IN_HAND} LIMIT 100`,
    [workerId, inHand],
  );
}

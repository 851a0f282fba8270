import { pool } from '@/lib/db/client';
import { listQueues, type QueueSummary } from '@/lib/queues/queries';
import { listWorkers, type WorkerSummary } from '@/lib/workers/queries';
import { type Attention, attentionOf } from './attention';
import {
  countLive,
  type FailedJob,
  findFailingSchedules,
  type LiveCounts,
  listNewestFailures,
} from './reads';

export interface NextRun {
  id: string;
  name: string;
  queue: string;
  /** ISO 8601. */
  runAt: string;
  scheduleId: string | null;
  /** Attempts begun: above zero it waits to be retried. */
  attemptNo: number;
}

export interface Overview {
  /** Live jobs by status; each counted up to 10,000, more is shown as "10,000+". */
  counts: LiveCounts;
  /** Jobs that ended failed or errored in the last 24 hours, each counted up to 10,000. */
  failures: { failed: number; errored: number };
  newestFailures: FailedJob[];
  queues: QueueSummary[];
  /** The workers that should be there: live or silent. */
  workers: WorkerSummary[];
  nextRuns: NextRun[];
  attention: Attention[];
}

/** Everything the first page shows, from counts and lists that are all bounded. */
export async function getOverview(): Promise<Overview> {
  const [queues, workers, failingSchedules, { counts, failures }, newestFailures, nextRuns] =
    await Promise.all([
      listQueues(),
      listWorkers(),
      findFailingSchedules(),
      countLive(),
      listNewestFailures(),
      listNextRuns(),
    ]);
  return {
    counts,
    failures,
    newestFailures,
    queues,
    workers: workers.filter((worker) => worker.state === 'live' || worker.state === 'silent'),
    nextRuns,
    attention: attentionOf({ queues, workers, failingSchedules, now: new Date() }),
  };
}

async function listNextRuns(): Promise<NextRun[]> {
  const { rows } = await pool().query<Omit<NextRun, 'runAt'> & { runAt: Date }>(
    `SELECT id, name, queue, run_at AS "runAt", schedule_id AS "scheduleId", attempt_no AS "attemptNo"
       FROM job WHERE status = 'scheduled' ORDER BY run_at, id LIMIT 8`,
  );
  return rows.map((row) => ({ ...row, runAt: row.runAt.toISOString() }));
}

import { pool } from '@/lib/db/client';
import { type FailureGroup, listFailureGroups } from '@/lib/failures/queries';
import { type PayloadReader, WITHOUT_PAYLOADS } from '@/lib/jobs/payload-masking';
import { listQueues, type QueueSummary } from '@/lib/queues/queries';
import { DEFAULT_WINDOW, type StatisticsWindow } from '@/lib/statistics/windows';
import { listWorkers, type WorkerSummary } from '@/lib/workers/queries';
import { type Attention, attentionOf } from './attention';
import { countLive, findFailingSchedules, hasJobs, type LiveCounts } from './reads';

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
  /** No job was ever enqueued but those of the system. */
  isNew: boolean;
  /** The largest groups of jobs that failed in the same way, of those that grew within the window. */
  failureGroups: FailureGroup[];
  queues: QueueSummary[];
  /** The workers that should be there: live or silent. */
  workers: WorkerSummary[];
  nextRuns: NextRun[];
  attention: Attention[];
}

/** Everything the first page shows, from counts and lists that are all bounded. */
export async function getOverview(
  window: StatisticsWindow = DEFAULT_WINDOW,
  reader: PayloadReader = WITHOUT_PAYLOADS,
): Promise<Overview> {
  const [queues, workers, failingSchedules, notNew, failureGroups, nextRuns] = await Promise.all([
    listQueues(),
    listWorkers(),
    findFailingSchedules(),
    hasJobs(),
    listFailureGroups(window, reader),
    listNextRuns(),
  ]);
  return {
    counts: countLive(queues),
    isNew: !notNew,
    failureGroups,
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

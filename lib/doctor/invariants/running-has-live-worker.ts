import { reapJobs, SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { type Invariant, MOST_ROWS, type Row } from '../invariant';

// The reaper looks every two seconds; this allows it a few looks.
const REAPER_MS = 5_000;

/** DESIGN.md 6.7. */
export const runningHasLiveWorker: Invariant = {
  name: 'running-has-live-worker',
  describe:
    'A running job belongs to a worker whose heartbeat is fresh; the reaper takes it from a silent one.',
  level: 'violation',
  find: ({ sql, patience }) =>
    sql<Row>(
      `SELECT j.id, j.runner, j.queue, j.attempt_no AS "attemptNo", j.worker_id AS "workerId", w.host,
         w.heartbeat_at AS "heartbeatAt", w.ended_at AS "workerEndedAt", j.started_at AS "startedAt"
       FROM job j LEFT JOIN worker_process w ON w.id = j.worker_id
       WHERE j.status = 'running' AND j.started_at < now() - $1::float8 * interval '1 millisecond' AND CASE
         WHEN w.id IS NULL THEN true
         WHEN w.ended_at IS NOT NULL THEN w.ended_at < now() - $1::float8 * interval '1 millisecond'
         ELSE w.heartbeat_at < now() - ($1::float8 + ${SILENT_AFTER_MS}) * interval '1 millisecond' END
       LIMIT ${MOST_ROWS}`,
      [REAPER_MS * patience],
    ),
  async repair() {
    await reapJobs();
  },
};

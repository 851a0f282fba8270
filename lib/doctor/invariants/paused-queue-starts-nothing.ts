import { type Invariant, MOST_ROWS, type Row } from '../invariant';

// A claim that began before the pause was committed may carry a slightly later time.
const COMMIT_MS = 2_000;

/** A27. What runs in the process that enqueued it (`immediate`) passes no queue. */
export const pausedQueueStartsNothing: Invariant = {
  name: 'paused-queue-starts-nothing',
  describe: 'No job of a paused queue starts after the pause.',
  level: 'violation',
  find: ({ sql, depth, patience }) =>
    sql<Row>(
      `SELECT j.id, j.runner, j.queue, j.status, j.started_at AS "startedAt", q.paused_at AS "pausedAt", j.worker_id AS "workerId"
       FROM ((SELECT id, runner, queue, status, started_at, worker_id FROM job ORDER BY id DESC LIMIT $1)
         UNION SELECT id, runner, queue, status, started_at, worker_id FROM job WHERE status = 'running') j
       JOIN queue_control q ON q.queue = j.queue LEFT JOIN worker_process w ON w.id = j.worker_id
       WHERE q.paused_at IS NOT NULL AND j.started_at > q.paused_at + $2::float8 * interval '1 millisecond'
         AND w.backend IS DISTINCT FROM 'in-process'
       LIMIT ${MOST_ROWS}`,
      [depth, COMMIT_MS * Math.max(patience, 0.25)],
    ),
};

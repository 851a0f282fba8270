import { type Invariant, MOST_ROWS, type Row } from '../invariant';

/** DESIGN.md 6.10. */
export const logBelongsToAttempt: Invariant = {
  name: 'log-belongs-to-attempt',
  describe: 'Every log entry belongs to an attempt that its job has begun.',
  level: 'violation',
  // The last entry of a job is the first that its primary key gives, read backwards.
  find: ({ sql, depth }) =>
    sql<Row>(
      `SELECT DISTINCT ON (j.id) j.id, j.runner, j.status, j.attempt_no AS "attemptNo", l.attempt AS "logAttempt"
       FROM ((SELECT id, runner, status, attempt_no FROM job ORDER BY id DESC LIMIT $1)
         UNION ALL SELECT id, runner, status, attempt_no FROM job WHERE status IN ('pending', 'scheduled') AND attempt_no > 0
         UNION ALL SELECT id, runner, status, attempt_no FROM job WHERE status = 'running') j
       CROSS JOIN LATERAL (SELECT e.attempt FROM job_log_entry e WHERE e.job_id = j.id
         ORDER BY e.attempt DESC, e.seq DESC LIMIT 1) l
       WHERE l.attempt > j.attempt_no ORDER BY j.id LIMIT ${MOST_ROWS}`,
      [depth],
    ),
};

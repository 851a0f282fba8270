import { type Invariant, idsOf, MOST_ROWS, type Row } from '../invariant';

/** DESIGN.md 6.2 and 6.3: what the attempts say and what their job says is one story. */
export const attemptsAgree: Invariant = {
  name: 'attempts-agree',
  describe:
    'A job has a row for each attempt before its present one, none beyond it, and is completed by one attempt at most.',
  level: 'violation',
  // The primary key of job_attempt begins with the job, so each job costs one short read.
  find: ({ sql, depth }) =>
    sql<Row>(
      `WITH seen AS (
         (SELECT id, runner, status, attempt_no FROM job ORDER BY id DESC LIMIT $1)
         UNION ALL SELECT id, runner, status, attempt_no FROM job WHERE status = 'running'
         UNION ALL SELECT id, runner, status, attempt_no FROM job WHERE status = 'scheduled' AND attempt_no > 0),
       violations AS (SELECT j.*, CASE
           WHEN a.last > j.attempt_no THEN 'beyond'
           WHEN a.completions > 1 THEN 'completed_twice'
           WHEN j.status = 'completed' AND a.completions > 0 THEN 'completed_again'
           WHEN j.status IN ('running', 'completed') AND a.last >= j.attempt_no THEN 'ended_and_not'
           ELSE 'missing' END AS problem
         FROM seen j CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE t.no < j.attempt_no) AS earlier, coalesce(max(t.no), 0) AS last,
             count(*) FILTER (WHERE t.outcome = 'completed') AS completions
           FROM job_attempt t WHERE t.job_id = j.id) a
         WHERE a.last > j.attempt_no OR a.completions > CASE WHEN j.status = 'completed' THEN 0 ELSE 1 END
           OR (j.status IN ('running', 'completed') AND j.attempt_no > 0 AND a.last >= j.attempt_no)
           OR a.earlier < j.attempt_no - 1)
       SELECT DISTINCT ON (problem = 'missing' OR status = 'running', id) id, runner, status, attempt_no AS "attemptNo",
         (SELECT array_agg(t.no || ' ' || t.outcome ORDER BY t.no) FROM job_attempt t WHERE t.job_id = v.id) AS "attemptRows", problem
       FROM violations v ORDER BY problem = 'missing' OR status = 'running', id LIMIT ${MOST_ROWS}`,
      [depth],
    ),
  // An attempt that vanished can't be made up. A second completion is what `late` stands for.
  async repair({ sql }, rows) {
    await sql(
      `UPDATE job_attempt a SET outcome = 'late' FROM job j
       WHERE j.id = a.job_id AND j.id = ANY($1::uuid[]) AND a.outcome = 'completed' AND (j.status = 'completed'
         OR EXISTS (SELECT 1 FROM job_attempt o WHERE o.job_id = a.job_id AND o.outcome = 'completed' AND o.no < a.no))`,
      [idsOf(rows)],
    );
    // A job that runs keeps its number: its worker's end of the attempt must still find it.
    await sql(
      `UPDATE job j SET attempt_no = a.last + CASE WHEN j.status = 'completed' THEN 1 ELSE 0 END
       FROM (SELECT job_id, max(no) AS last FROM job_attempt WHERE job_id = ANY($1::uuid[]) GROUP BY job_id) a
       WHERE j.id = a.job_id AND j.status <> 'running' AND (a.last > j.attempt_no
         OR (j.status = 'completed' AND a.last = j.attempt_no))`,
      [idsOf(rows)],
    );
  },
};

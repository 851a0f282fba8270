import { hot, poolSql } from '../store/sql';

const MOST = 1000;

/**
 * Makes pending what waited for its time and is no schedule's armed occurrence: jobs with a `scheduleAt`, retries
 * after their back-off, and occurrences that queue behind the one before them. The time is Postgres's.
 */
export async function promoteDue(): Promise<{ queues: string[]; more: boolean }> {
  const rows = await poolSql<{ queue: string }>(
    `WITH due AS (
       SELECT j.id FROM job j LEFT JOIN schedule s ON s.id = j.schedule_id
       WHERE j.status = 'scheduled' AND j.run_at <= now() AND NOT j.armed AND (s.id IS NULL OR s.overlap = 'allow'
         OR j.attempt_no > 0 OR NOT EXISTS (SELECT 1 FROM job e WHERE e.schedule_id = s.id AND e.id < j.id
           AND e.status IN ('pending', 'scheduled', 'running')))
       ORDER BY j.run_at, j.id LIMIT ${MOST} FOR UPDATE OF j SKIP LOCKED)
     UPDATE job SET status = 'pending', reason = NULL FROM due WHERE job.id = due.id RETURNING job.queue`,
    [],
  );
  return { queues: [...new Set(rows.map(({ queue }) => queue))], more: rows.length === MOST };
}

const NEXT_DUE =
  hot(`SELECT extract(epoch FROM least((SELECT min(run_at) FROM job WHERE status = 'scheduled'),
  (SELECT min(run_at) FROM job WHERE armed)) - clock_timestamp()) * 1000 AS ms`);

/** Milliseconds until the next job waits no more (0 or less: now); null when none waits for its time. */
export async function msUntilNextDue(): Promise<number | null> {
  const [row] = await poolSql<{ ms: number | null }>(NEXT_DUE, []);
  return row?.ms === null || row?.ms === undefined ? null : Number(row.ms);
}

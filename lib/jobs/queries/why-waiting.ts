import { pool } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { SUSPECT_FROM } from '../store/claimed-job';
import { SILENT_AFTER_MS } from '../store/reap-jobs';
import { type WaitingFacts, type WhyWaiting, whyWaiting } from '../why-waiting';

/** Jobs ahead in the queue are counted no further than this. */
const MOST_AHEAD = 10_000;
const MOST_WORKERS = 100;

interface FactsRow extends Omit<WaitingFacts, 'now' | 'runAt'> {
  now: Date;
  runAt: Date;
}

/**
 * Why a job is not running; null when it does not wait (any more). All facts are read in one statement, each by an index.
 * @throws YardmasterError `not_found`
 */
export async function explainWaiting(id: string): Promise<{ why: WhyWaiting | null }> {
  const { rows } = await pool().query<FactsRow>(FACTS, [
    id,
    MOST_AHEAD,
    SILENT_AFTER_MS,
    SUSPECT_FROM,
    MOST_WORKERS,
  ]);
  const [row] = rows;
  if (!row) throw new YardmasterError('not_found', 'This job does not exist any more.');
  return { why: whyWaiting({ ...row, now: row.now.toISOString(), runAt: row.runAt.toISOString() }) };
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const FACTS = `
  SELECT now() AS now, j.status, j.reason, j.queue, j.runner, j.run_at AS "runAt", j.attempt_no AS "attemptNo",
         j.failed_attempts AS "failedAttempts", j.lost_attempts AS "lostAttempts", j.max_retries AS "maxRetries",
         j.schedule_id IS NOT NULL AS "ofSchedule",
         CASE WHEN c.paused_at IS NOT NULL THEN
           jsonb_build_object('at', ${iso('c.paused_at')}, 'by', c.paused_by, 'reason', c.pause_reason) END AS paused,
         c.concurrency AS "limit", running.count AS running, ahead.count AS ahead, earlier.earlier, workers.workers
    FROM job j
    LEFT JOIN queue_control c ON c.queue = j.queue
    CROSS JOIN LATERAL (SELECT count(*)::int FROM job r WHERE r.queue = j.queue AND r.status = 'running') running
    CROSS JOIN LATERAL (
      SELECT count(*)::int FROM (
        SELECT 1 FROM job a WHERE a.status = 'pending' AND a.queue = j.queue AND (a.run_at, a.id) < (j.run_at, j.id)
         LIMIT $2) capped
    ) ahead
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('id', e.id, 'status', e.status) AS earlier
        FROM job e JOIN schedule s ON s.id = e.schedule_id
       WHERE e.schedule_id = j.schedule_id AND e.id < j.id AND e.status IN ('pending', 'scheduled', 'running')
         AND s.overlap <> 'allow' AND j.attempt_no = 0 ORDER BY e.id DESC LIMIT 1
    ) earlier ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'host', w.host, 'pid', w.pid, 'queues', to_jsonb(w.queues),
               'live', w.live, 'slots', w.slots, 'used', w.used, 'asked', w.asked, 'trouble', w.trouble,
               'knowsRunner', j.runner = ANY(w.runners), 'runsSuspect', w.suspects > 0) ORDER BY w.host, w.pid), '[]') AS workers
        FROM (
          SELECT p.*, p.ended_at IS NULL AND NOT p.lost AND p.heartbeat_at >= now() - $3 * interval '1 millisecond' AS live,
                 busy.used, busy.suspects
            FROM worker_process p
            CROSS JOIN LATERAL (
              SELECT count(*)::int AS used, count(*) FILTER (WHERE b.lost_attempts >= $4)::int AS suspects
                FROM job b WHERE b.worker_id = p.id AND b.status = 'running'
            ) busy
           WHERE p.backend <> 'in-process'
             AND (p.ended_at IS NULL OR (p.lost AND p.heartbeat_at > now() - interval '1 hour' AND j.queue = ANY(p.queues)))
           ORDER BY live DESC, p.heartbeat_at DESC LIMIT $5
        ) w
    ) workers
   WHERE j.id = $1`;

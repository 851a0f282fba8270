import { recordAttempts } from '@/lib/jobs/store/requeue-jobs';
import type { Sql } from '@/lib/jobs/store/sql';
import { WORK_CHANNEL, wakePayload } from '@/lib/jobs/store/wake';
import { batchSql, type Changed } from './judge';

const RETRY = batchSql(
  'retry',
  `old AS (SELECT * FROM judged WHERE why IS NULL AND attempt_no > 0 AND started_at IS NOT NULL),
  recorded AS (${recordAttempts('old.status::text::attempt_outcome', 'old.error', 'old.error_stack')}),
  changed AS (UPDATE job j SET status = 'pending', reason = NULL, run_at = now(), completed_at = NULL, dispatch_no = j.dispatch_no + 1,
      worker_id = NULL, error = NULL, error_stack = NULL, fingerprint = NULL, lost_attempts = 0, cancel_asked_at = NULL, cancel_asked_by = NULL,
      cancel_reason = NULL, progress_done = NULL, progress_total = NULL, progress_text = NULL
    FROM judged t WHERE j.id = t.id AND t.why IS NULL RETURNING j.id, j.status, j.queue, j.schedule_id)`,
);

/** Gives each job that ended badly one more attempt, as `retryJob` does with one. */
export async function retryBatch(sql: Sql, values: readonly unknown[]): Promise<Changed[]> {
  const changed = await sql<Changed>(RETRY, values);
  if (changed.length > 0) {
    await sql('SELECT pg_notify($1, $2)::text', [
      WORK_CHANNEL,
      wakePayload(changed.map(({ queue }) => queue)),
    ]);
  }
  return changed;
}

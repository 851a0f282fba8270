import { armMissingIn } from '@/lib/jobs/schedule/arm';
import type { Sql } from '@/lib/jobs/store/sql';
import { CONTROL_CHANNEL } from '@/lib/jobs/store/wake';
import { batchSql, type Changed } from './judge';

const CANCEL = batchSql(
  'cancel',
  `changed AS (UPDATE job j SET cancel_asked_at = coalesce(j.cancel_asked_at, now()), cancel_asked_by = coalesce(j.cancel_asked_by, $7),
      cancel_reason = coalesce(j.cancel_reason, $8), armed = j.armed AND j.status = 'running',
      status = CASE WHEN j.status = 'running' THEN j.status ELSE 'cancelled' END,
      reason = CASE WHEN j.status = 'running' THEN j.reason ELSE 'cancelled_by_user' END,
      completed_at = CASE WHEN j.status = 'running' THEN NULL ELSE now() END
    FROM judged t WHERE j.id = t.id AND t.why IS NULL RETURNING j.id, j.status, j.queue, j.schedule_id)`,
);

/** Ends the jobs that wait and asks those that run to stop, as `cancelJob` does with one. */
export async function cancelBatch(sql: Sql, values: readonly unknown[]): Promise<Changed[]> {
  const changed = await sql<Changed>(CANCEL, values);
  await sql('SELECT pg_notify($1, $2 || id)::text FROM unnest($3::text[]) AS t(id)', [
    CONTROL_CHANNEL,
    'cancel:',
    changed.map(({ id }) => id),
  ]);
  // A cancelled occurrence must not be the last one.
  const schedules = changed.flatMap(({ scheduleId, armed }) => (scheduleId && armed ? [scheduleId] : []));
  for (const id of new Set(schedules)) await armMissingIn(sql, id);
  return changed;
}

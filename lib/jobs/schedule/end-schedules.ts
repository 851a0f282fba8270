import type { Tx } from '@/lib/db/client';
import type { ObjectRef } from '../object-ref';
import type { JobReason } from '../status';
import { inTransaction, type Sql, txSql } from '../store/sql';

/** Ends one schedule and removes its waiting occurrences; what already runs goes on. */
export async function endSchedule(sql: Sql, id: string, reason: JobReason): Promise<void> {
  await sql(
    `UPDATE schedule SET ended_at = now(), end_reason = $2::text::job_reason, updated_at = now()
     WHERE id = $1::text::uuid AND ended_at IS NULL`,
    [id, reason],
  );
  await removeWaiting(sql, id);
}

/** Removes the occurrences that have not begun. */
export async function removeWaiting(sql: Sql, scheduleId: string): Promise<void> {
  await sql(
    "DELETE FROM job WHERE schedule_id = $1::text::uuid AND status IN ('pending', 'scheduled') AND attempt_no = 0",
    [scheduleId],
  );
  await sql('UPDATE job SET armed = false WHERE schedule_id = $1::text::uuid AND armed', [scheduleId]);
}

/** Removes the occurrence that waits for its time; what is due already stays. */
export async function removeUpcoming(sql: Sql, scheduleId: string): Promise<void> {
  await sql(
    "DELETE FROM job WHERE schedule_id = $1::text::uuid AND armed AND status = 'scheduled' AND attempt_no = 0 AND run_at > now()",
    [scheduleId],
  );
}

/** Ends the schedules of a runner for one object, or for none. */
export async function endSchedules(
  runner: string,
  options: { instance?: ObjectRef; tx?: Tx },
): Promise<void> {
  const end = async (sql: Sql) => {
    const schedules = await sql<{ id: string }>(
      `SELECT id FROM schedule WHERE runner = $1 AND object_type IS NOT DISTINCT FROM $2
         AND object_id IS NOT DISTINCT FROM $3 AND ended_at IS NULL`,
      [runner, options.instance?.type ?? null, options.instance?.id ?? null],
    );
    for (const { id } of schedules) await endSchedule(sql, id, 'replaced');
  };
  if (options.tx) await end(txSql(options.tx));
  else await inTransaction(end);
}

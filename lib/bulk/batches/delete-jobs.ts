import { armMissingIn } from '@/lib/jobs/schedule/arm';
import type { Sql } from '@/lib/jobs/store/sql';
import { CONTROL_CHANNEL } from '@/lib/jobs/store/wake';
import { batchSql, type Changed } from './judge';

const JUDGE = batchSql(
  'delete',
  'changed AS (SELECT id, status, queue, schedule_id FROM judged WHERE why IS NULL)',
);

/** Removes jobs with their logs and attempts, as `deleteJob` does with one. */
export async function deleteBatch(sql: Sql, values: readonly unknown[]): Promise<Changed[]> {
  const changed = await sql<Changed>(JUDGE, values);
  const ids = changed.map(({ id }) => id);
  const armed = changed.filter((job) => job.armed);
  // The next occurrence is armed while this one is still there to say which time has been dealt with.
  if (armed.length > 0) {
    await sql('UPDATE job SET armed = false WHERE id = ANY($1::uuid[])', [armed.map(({ id }) => id)]);
    for (const id of new Set(armed.map(({ scheduleId }) => scheduleId))) {
      if (id) await armMissingIn(sql, id);
    }
  }
  await sql('DELETE FROM job WHERE id = ANY($1::uuid[])', [ids]);
  const running = changed.filter(({ status }) => status === 'running').map(({ id }) => id);
  await sql('SELECT pg_notify($1, $2 || id)::text FROM unnest($3::text[]) AS t(id)', [
    CONTROL_CHANNEL,
    'cancel:',
    running,
  ]);
  return changed;
}

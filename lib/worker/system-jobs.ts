import { parseRequest } from '@/lib/jobs/enqueue/options';
import type { Registry } from '@/lib/jobs/registry';
import { createSystemSchedule } from '@/lib/jobs/schedule/create-schedule';
import { inTransaction, type Sql } from '@/lib/jobs/store/sql';
import { declaredSystemJobs } from '@/lib/jobs/system-job';

/**
 * Makes the schedule of every declared system job, or brings it in line with what the code declares now. What an
 * operator has overridden stays. Workers that start together take turns: one schedule each.
 */
export async function ensureSystemJobs(registry: Registry): Promise<void> {
  for (const [runner, { interval }] of declaredSystemJobs) {
    const request = await parseRequest(runner, { interval });
    const key = registry.keyOf(runner);
    await inTransaction(async (sql) => {
      await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [key]);
      const declared = { intervalMinutes: interval, queue: request.queue };
      if (await align(sql, key, declared)) return;
      // A writer that takes no turn may have stored it since: the insert waits for it, then yields.
      if (!(await createSystemSchedule(sql, request, { key, declared }))) await align(sql, key, declared);
    });
  }
}

async function align(
  sql: Sql,
  key: string,
  declared: { intervalMinutes: number; queue: string },
): Promise<boolean> {
  const aligned = await sql(
    `UPDATE schedule SET declared = $2::jsonb, updated_at = now(),
       interval_minutes = CASE WHEN overridden && ARRAY['intervalMinutes', 'cron'] THEN interval_minutes ELSE $3 END,
       queue = CASE WHEN 'queue' = ANY(overridden) THEN queue ELSE $4 END
     WHERE system_key = $1
     RETURNING id`,
    [key, JSON.stringify(declared), declared.intervalMinutes, declared.queue],
  );
  return aligned.length > 0;
}

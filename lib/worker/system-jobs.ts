import { parseRequest } from '@/lib/jobs/enqueue/options';
import type { Registry } from '@/lib/jobs/registry';
import { createSchedule } from '@/lib/jobs/schedule/create-schedule';
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
      const [known] = await sql<{ id: string }>('SELECT id FROM schedule WHERE system_key = $1', [key]);
      if (known) await align(sql, known.id, declared);
      else await createSchedule(sql, request, null, { key, declared });
    });
  }
}

async function align(
  sql: Sql,
  id: string,
  declared: { intervalMinutes: number; queue: string },
): Promise<void> {
  await sql(
    `UPDATE schedule SET declared = $2::jsonb, updated_at = now(),
       interval_minutes = CASE WHEN overridden && ARRAY['intervalMinutes', 'cron'] THEN interval_minutes ELSE $3 END,
       queue = CASE WHEN 'queue' = ANY(overridden) THEN queue ELSE $4 END
     WHERE id = $1`,
    [id, JSON.stringify(declared), declared.intervalMinutes, declared.queue],
  );
}

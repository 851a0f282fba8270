import { db } from '@/lib/db/client';
import { MAX_LOG_LINES } from '@/lib/jobs/execute/job-logger';
import { clockAt } from './clock';

/** Adds a job that wrote as much as is kept of an attempt, and then some: for looking at the log page at its limit. */
export async function addLongLog(now: Date): Promise<string> {
  const clock = clockAt(now);
  const createdAt = clock.ago(170);
  const { id } = await db().job.create({
    data: {
      id: clock.idAt(createdAt),
      runner: 'warehouse.RebuildIndexJob',
      name: 'Rebuild the search index, talkative',
      queue: 'default',
      status: 'completed',
      timeoutMs: 3_600_000,
      createdAt,
      runAt: createdAt,
      startedAt: createdAt,
      completedAt: clock.ago(20),
      attemptNo: 1,
      dispatchNo: 1,
    },
  });
  await db().$executeRaw`
    INSERT INTO job_log_entry (job_id, attempt, seq, at, level, message)
    SELECT ${id}::uuid, 1, n, ${createdAt}::timestamptz + n * interval '80 milliseconds',
           (CASE WHEN n % 997 = 996 THEN 'error' WHEN n % 101 = 100 THEN 'warning' WHEN n % 3 = 2 THEN 'debug' ELSE 'info' END)::log_level,
           CASE WHEN n = ${MAX_LOG_LINES} THEN 'Log truncated: this attempt wrote more than 100000 lines; the rest is not kept.'
                WHEN n % 997 = 996 THEN format('Article %s refused: its text is not readable%s', n, repeat(E'\n    at readArticle (plugins/warehouse/read.ts:12:3)', 3))
                WHEN n % 250 = 7 THEN format('Article %s: %s', n, repeat('a long stretch of words ', 25))
                ELSE format('Article %s indexed in %s ms', n, n % 37) END
      FROM generate_series(0, ${MAX_LOG_LINES}) n`;
  return id;
}

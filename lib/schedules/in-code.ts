import { pool } from '@/lib/db/client';
import { registry } from '@/lib/jobs/registry';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { declaredSystemJobs } from '@/lib/jobs/system-job';

/** Whether the code still declares a runner as a system job. */
export async function inCode(runner: string): Promise<boolean> {
  return (await declared())(runner);
}

/**
 * Tells of runners whether the code still declares them as system jobs: this process's, or, of a runner that this process does
 * not have at all, any live worker's. Workers tell which runners they have, not which of them are system jobs.
 */
export async function declared(): Promise<(runner: string) => boolean> {
  const here = await registry();
  const keys = new Set([...declaredSystemJobs.keys()].map((runner) => here.keyOf(runner)));
  const { rows } = await pool().query<{ key: string }>(
    `SELECT DISTINCT unnest(runners) AS key FROM worker_process
      WHERE ended_at IS NULL AND heartbeat_at > now() - $1 * interval '1 millisecond'`,
    [SILENT_AFTER_MS],
  );
  const elsewhere = new Set(rows.map(({ key }) => key));
  return (runner) => keys.has(runner) || (!here.find(runner) && elsewhere.has(runner));
}

import { pool } from '@/lib/db/client';
import { registry } from '@/lib/jobs/registry';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';

/** Whether this process or any live worker has the code of a runner. */
export async function inCode(runner: string): Promise<boolean> {
  return (await knownRunners()).has(runner);
}

/** The keys of the runners that this process or any live worker has the code of. */
export async function knownRunners(): Promise<ReadonlySet<string>> {
  const { runners } = await registry();
  const { rows } = await pool().query<{ key: string }>(
    `SELECT DISTINCT unnest(runners) AS key FROM worker_process
      WHERE ended_at IS NULL AND heartbeat_at > now() - $1 * interval '1 millisecond'`,
    [SILENT_AFTER_MS],
  );
  return new Set([...runners.map(({ key }) => key), ...rows.map(({ key }) => key)]);
}

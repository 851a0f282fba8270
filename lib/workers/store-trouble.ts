import { pool } from '@/lib/db/client';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';

/** What live workers say is out of their reach, such as Redis. */
export interface StoreTrouble {
  /** Live workers in all. */
  workers: number;
  /** How many of them are in trouble; 0 when nothing is wrong. */
  troubled: number;
  /** In the words of the first of them; null when nothing is wrong. */
  trouble: string | null;
}

/** Whether the workers reach the transport, as their own rows say. */
export async function readStoreTrouble(): Promise<StoreTrouble> {
  const { rows } = await pool().query<StoreTrouble>(
    `SELECT count(*)::int AS workers, count(trouble)::int AS troubled, min(trouble) AS trouble FROM worker_process
      WHERE ended_at IS NULL AND NOT lost AND heartbeat_at >= now() - $1 * interval '1 millisecond'`,
    [SILENT_AFTER_MS],
  );
  return rows[0] ?? { workers: 0, troubled: 0, trouble: null };
}

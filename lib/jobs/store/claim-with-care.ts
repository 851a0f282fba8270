import { CLAIM, CLAIMED, type ClaimedJob, type Message, SUSPECT_FROM } from './claimed-job';
import { inTransaction, poolSql, type Sql } from './sql';

interface Careful {
  id: string;
  dispatchNo: number;
  queue: string;
  unknown: boolean;
  suspect: boolean;
  concurrency: number | null;
}

const UNKNOWN_RUNNER_MS = 5_000;
const UNKNOWN_RUNNER_MOST_MS = 60_000;
const SUSPECT_MS = 2_000;
// "QUEU" and "SUSP": classes of the advisory locks below.
const QUEUE_LOCK = 0x51554555;
const SUSPECT_LOCK = 0x53555350;

/**
 * Claims, one by one, what the common claim passed over:
 * - a runner that this worker does not know (a rolling deploy): back, for another worker to take; told by its id;
 * - a job that has lost two workers: one such at a time a worker, so that a poisonous job ends alone and takes no
 *   other suspect down with it;
 * - a queue with a limit: only while fewer run than it allows, counted under a lock.
 * Messages that are simply stale find no row here.
 */
export async function claimWithCare(
  workerId: string,
  runners: readonly string[],
  messages: readonly Message[],
): Promise<{ claimed: ClaimedJob[]; unknown: Set<string> }> {
  const rows = await poolSql<Careful>(
    `SELECT j.id, j.dispatch_no AS "dispatchNo", j.queue, j.runner <> ALL($3) AS unknown, j.lost_attempts >= ${SUSPECT_FROM} AS suspect, c.concurrency
     FROM unnest($1::uuid[], $2::int[]) AS m(id, no) JOIN job j ON j.id = m.id AND j.dispatch_no = m.no
     LEFT JOIN queue_control c ON c.queue = j.queue WHERE j.status = 'pending' AND c.paused_at IS NULL`,
    [messages.map(({ jobId }) => jobId), messages.map(({ dispatchNo }) => dispatchNo), runners],
  );
  const claimed: ClaimedJob[] = [];
  const unknown = new Set<string>();
  for (const row of rows) {
    if (row.unknown) {
      unknown.add(row.id);
      // Where no worker knows it, it is tried for ever: less and less often.
      const ms = Math.min(UNKNOWN_RUNNER_MS * Math.max(1, row.dispatchNo), UNKNOWN_RUNNER_MOST_MS);
      await putBack(poolSql, row, ms, 'unknown_runner');
    } else {
      const job = await inTransaction((sql) => claimOne(sql, workerId, row));
      if (job) claimed.push(job);
    }
  }
  return { claimed, unknown };
}

async function claimOne(sql: Sql, workerId: string, row: Careful): Promise<ClaimedJob | undefined> {
  if (row.suspect && (await suspectRuns(sql, workerId))) {
    await putBack(sql, row, SUSPECT_MS, null);
    return undefined;
  }
  if (row.concurrency !== null && (await isFull(sql, row.queue, row.concurrency))) {
    // A new number: the dispatcher sees a job it has not dispatched yet, and does so when there is room.
    await sql(
      "UPDATE job SET dispatch_no = dispatch_no + 1 WHERE id = $1 AND dispatch_no = $2 AND status = 'pending'",
      [row.id, row.dispatchNo],
    );
    return undefined;
  }
  const [job] = await sql<ClaimedJob>(
    `UPDATE job j SET ${CLAIM} WHERE j.id = $2 AND j.dispatch_no = $3 AND j.status = 'pending'
       AND NOT EXISTS (SELECT 1 FROM queue_control c WHERE c.queue = j.queue AND c.paused_at IS NOT NULL) RETURNING ${CLAIMED}`,
    [workerId, row.id, row.dispatchNo],
  );
  return job && { ...job, limited: row.concurrency !== null };
}

async function suspectRuns(sql: Sql, workerId: string): Promise<boolean> {
  await sql('SELECT pg_advisory_xact_lock($1, hashtext($2))', [SUSPECT_LOCK, workerId]);
  const rows = await sql(
    "SELECT 1 FROM job WHERE worker_id = $1 AND status = 'running' AND lost_attempts >= $2 LIMIT 1",
    [workerId, SUSPECT_FROM],
  );
  return rows.length > 0;
}

async function isFull(sql: Sql, queue: string, concurrency: number): Promise<boolean> {
  await sql('SELECT pg_advisory_xact_lock($1, hashtext($2))', [QUEUE_LOCK, queue]);
  const rows = await sql(`SELECT 1 FROM job WHERE queue = $1 AND status = 'running' OFFSET $2 LIMIT 1`, [
    queue,
    concurrency - 1,
  ]);
  return rows.length > 0;
}

/** Lets the job wait a little and be dispatched anew; no attempt has begun. */
async function putBack(sql: Sql, row: Careful, ms: number, reason: string | null): Promise<void> {
  await sql(
    `UPDATE job SET status = 'scheduled', reason = $3::text::job_reason, dispatch_no = dispatch_no + 1,
       run_at = now() + $4 * interval '1 millisecond'
     WHERE id = $1 AND dispatch_no = $2 AND status = 'pending'`,
    [row.id, row.dispatchNo, reason, ms],
  );
}

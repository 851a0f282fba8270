import { fingerprintSql } from '../failure/fingerprint';
import { recordNotifications } from './record-notifications';
import { recordAttempts, waitAgain } from './requeue-jobs';
import { poolSql } from './sql';
import { wakePayload } from './wake';

/** A worker that has said nothing for this long is lost. */
export const SILENT_AFTER_MS = 10_000;
/** A worker's row that says so: it is lost and does not know. */
export const SILENT = `ended_at IS NULL AND heartbeat_at < now() - interval '${SILENT_AFTER_MS} milliseconds'`;
/** A job that lost its worker so many times is poison. */
export const MOST_LOST = 3;

/** By this name Postgres knows the connection on which a worker listens and holds its leases. */
export const listenerName = (workerId: string): string => `yardmaster worker ${workerId}`;

// A process that stands still, or a machine that was cut off, would hold its leases for as long as Postgres takes it to be there.
const END_SILENT = `
  WITH silent AS (UPDATE worker_process SET lost = true, ended_at = now() WHERE ${SILENT} RETURNING id)
  SELECT pg_terminate_backend(a.pid) FROM silent JOIN pg_stat_activity a
    ON a.application_name = '${listenerName('')}' || silent.id AND a.datname = current_database() AND pg_has_role(a.usesysid, 'MEMBER')`;

export interface Reaped {
  id: string;
  queue: string;
  status: string;
}

/**
 * Takes the jobs of workers that went silent: each waits again, or ends `errored` (`worker_lost`) once it has lost
 * its worker three times. What these workers dispatched is free for others to dispatch. Safe from any worker at any time: a row changes only while its owner is silent.
 */
export async function reapJobs(): Promise<Reaped[]> {
  await poolSql(END_SILENT, []);
  const rows = await poolSql<Reaped>(
    `WITH old AS (SELECT j.* FROM job j LEFT JOIN worker_process w ON w.id = j.worker_id AND w.ended_at IS NULL
       WHERE j.status = 'running' AND w.id IS NULL LIMIT 500 FOR UPDATE OF j SKIP LOCKED),
     recorded AS (${recordAttempts("'lost'", "'Its worker went silent'", 'NULL')}),
     waiting AS (UPDATE job j SET ${waitAgain('0')}, lost_attempts = j.lost_attempts + 1
       FROM old WHERE j.id = old.id AND old.lost_attempts + 1 < ${MOST_LOST} RETURNING j.id, j.queue, j.status),
     poison AS (UPDATE job j SET status = 'errored', reason = 'worker_lost', completed_at = now(), lost_attempts = j.lost_attempts + 1,
         error = format('Its worker was lost %s times while this job ran; it will not be tried again.', j.lost_attempts + 1),
         fingerprint = ${fingerprintSql('j.runner', 'worker_lost')}
       FROM old WHERE j.id = old.id AND old.lost_attempts + 1 >= ${MOST_LOST}
       RETURNING j.id, j.queue, j.status, j.name, j.error, j.user_id, j.notifications),
     told AS (${recordNotifications('poison')})
     SELECT id, queue, status FROM waiting UNION ALL SELECT id, queue, status FROM poison`,
    [],
  );
  if (rows.length > 0) {
    await poolSql("SELECT pg_notify('yardmaster_work', $1)", [wakePayload(rows.map(({ queue }) => queue))]);
  }
  return rows;
}

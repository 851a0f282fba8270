import { insertJobs } from '../store/insert-jobs';
import { inTransaction, type Sql } from '../store/sql';
import { type FallDue, fallDue } from './fall-due';
import { nextTime } from './rhythm';
import { occurrence, SCHEDULE_COLUMNS, type ScheduleRow } from './schedule-row';

interface DueRow extends ScheduleRow {
  jobId: string;
  jobQueue: string;
  jobStatus: string;
  dueAt: Date;
  now: Date;
  live: boolean;
  waiting: boolean;
}

/** An occurrence that fell due and ended without an attempt: its time was missed, or the one before it still lived. */
export interface EndedOccurrence {
  id: string;
  status: string;
}

const MOST = 100;

/**
 * Takes the occurrences that have fallen due and, in one transaction, decides about each and arms the next one of
 * its schedule. Rows that another worker is at are passed over.
 * @returns the queues that have something to run now, the occurrences that were ended instead (skipped, missed), and
 * whether more may be due.
 */
export function armDue(): Promise<{ queues: string[]; ended: EndedOccurrence[]; more: boolean }> {
  return inTransaction(async (sql) => {
    const due = await sql<DueRow>(
      `SELECT ${SCHEDULE_COLUMNS}, j.id AS "jobId", j.queue AS "jobQueue", j.status AS "jobStatus",
         coalesce(j.occurrence_at, j.run_at) AS "dueAt", now() AS now, busy.live, busy.waiting
       FROM job j JOIN schedule s ON s.id = j.schedule_id
       CROSS JOIN LATERAL (
         SELECT count(*) > 0 AS live, coalesce(bool_or(e.status <> 'running'), false) AS waiting FROM job e
         WHERE e.schedule_id = s.id AND e.id <> j.id AND e.status IN ('pending', 'scheduled', 'running')) busy
       WHERE j.armed AND j.run_at <= now() AND s.paused_at IS NULL AND s.ended_at IS NULL
       ORDER BY j.run_at LIMIT ${MOST} FOR UPDATE OF j, s SKIP LOCKED`,
      [],
    );
    if (due.length === 0) return { queues: [], ended: [], more: false };
    const decided = due.map((row) => ({ row, ...fallDue(row, row.dueAt, row.now, row) }));
    const ended = await settle(sql, decided);
    const next = decided.flatMap(({ row, next }) =>
      next ? [{ ...occurrence(row, next), armed: true, held: true }] : [],
    );
    await insertJobs(sql, next);
    return { queues: [...new Set(due.map(({ jobQueue }) => jobQueue))], ended, more: due.length === MOST };
  });
}

/** An occurrence that was due at once when it was made is already pending, running or even finished: it only stops being armed. */
async function settle(sql: Sql, decided: (FallDue & { row: DueRow })[]): Promise<EndedOccurrence[]> {
  const waits = "j.status = 'scheduled' AND j.attempt_no = 0";
  const ends = `${waits} AND d.verdict IN ('missed', 'skipped_overlap')`;
  const rows = await sql<EndedOccurrence & { ends: boolean }>(
    `UPDATE job j SET armed = false,
       status = CASE WHEN ${ends} THEN 'cancelled' WHEN ${waits} AND d.verdict = 'run' THEN 'pending' ELSE j.status END,
       reason = CASE WHEN ${ends} THEN d.verdict::job_reason ELSE j.reason END,
       completed_at = CASE WHEN ${ends} THEN now() ELSE j.completed_at END
     FROM unnest($1::uuid[], $2::text[]) AS d(id, verdict) WHERE j.id = d.id
     RETURNING j.id, j.status, d.verdict IN ('missed', 'skipped_overlap') AND j.status = 'cancelled' AS ends`,
    [decided.map(({ row }) => row.jobId), decided.map(({ verdict }) => verdict)],
  );
  return rows.flatMap(({ id, status, ends }) => (ends ? [{ id, status }] : []));
}

/**
 * Arms every active schedule that has no armed occurrence (its waiting one was cancelled or deleted, or it has just
 * been resumed or edited). Every cause is cured here, so no verb on a job can end a schedule.
 */
export function armMissing(onlyId?: string): Promise<number> {
  return inTransaction((sql) => armMissingIn(sql, onlyId));
}

/** `armMissing` within a transaction. */
export async function armMissingIn(sql: Sql, onlyId?: string): Promise<number> {
  const rows = await sql<ScheduleRow & { now: Date; last: Date | null }>(
    `SELECT ${SCHEDULE_COLUMNS}, now() AS now,
       (SELECT max(j.occurrence_at) FROM job j WHERE j.schedule_id = s.id AND j.occurrence_at IS NOT NULL) AS last
     FROM schedule s WHERE s.ended_at IS NULL AND s.paused_at IS NULL AND ($1::text IS NULL OR s.id = $1::text::uuid)
       AND NOT EXISTS (SELECT 1 FROM job j WHERE j.schedule_id = s.id AND j.armed)
     LIMIT 500 FOR UPDATE OF s SKIP LOCKED`,
    [onlyId ?? null],
  );
  const missing = rows.flatMap((row) => {
    const next = nextTime(row, row.last && row.last > row.now ? row.last : row.now);
    return next ? [{ ...occurrence(row, next), armed: true, held: true }] : [];
  });
  await insertJobs(sql, missing);
  return missing.length;
}

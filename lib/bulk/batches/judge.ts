import type { JobStatus } from '@/lib/jobs/status';
import type { BulkVerb } from '../verbs';
import { whySkipped } from '../why-skipped';

/** A job as the walk found it, with the id that its audit row will have. */
export interface Target {
  id: string;
  name: string;
  status: JobStatus;
}

/** A job that a batch has changed. */
export interface Changed {
  id: string;
  status: JobStatus;
  queue: string;
  scheduleId: string | null;
  /** It was its schedule's next occurrence. */
  armed: boolean;
}

/**
 * The statement of a batch: it locks its jobs, judges each by what it is now, changes those that pass by `change` (CTEs that
 * read `judged` and end with one called `changed`), and writes their audit and every outcome.
 * Binds: $1 operation, $2 ids, $3 names, $4 statuses as they were seen, $5 ids of audit rows, $6 user, $7 actor, $8 reason.
 */
export function batchSql(verb: BulkVerb, change: string): string {
  return `
  WITH asked AS (SELECT * FROM unnest($2::uuid[], $3::text[], $4::job_status[], $5::uuid[]) AS a(id, name, seen, audit_id)),
  locked AS (SELECT j.id, j.status, j.queue, j.schedule_id, j.armed, j.once_key, j.cancel_asked_at, j.attempt_no, j.worker_id,
      j.run_at, j.started_at, j.error, j.error_stack
    FROM job j JOIN asked a ON a.id = j.id ORDER BY j.id FOR UPDATE OF j),
  judged AS (SELECT t.*, CASE WHEN t.status <> a.seen THEN 'changed_meanwhile' ELSE ${whySkipped(verb)} END AS why
    FROM locked t JOIN asked a ON a.id = t.id),
  ${change},
  audited AS (INSERT INTO audit_event (id, user_id, actor, action, target_type, target_id, before, after)
    SELECT a.audit_id, $6, $7, 'job.${verb}', 'job', a.id::text, jsonb_build_object('status', a.seen),
      jsonb_strip_nulls(jsonb_build_object('bulk', $1::uuid, 'reason', $8::text))
    FROM asked a JOIN judged t ON t.id = a.id WHERE t.why IS NULL),
  told AS (INSERT INTO bulk_outcome (operation_id, job_id, name, status, skipped)
    SELECT $1::uuid, a.id, a.name, a.seen, CASE WHEN t.id IS NULL THEN 'gone' ELSE t.why END
    FROM asked a LEFT JOIN judged t ON t.id = a.id)
  SELECT c.id, c.status, c.queue, c.schedule_id AS "scheduleId", t.armed FROM changed c JOIN judged t ON t.id = c.id`;
}

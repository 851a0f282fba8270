import type { Json } from '@/lib/masking/mask-secrets';
import { objectRef } from '../object-ref';
import { type PayloadReader, textMask, WITHOUT_PAYLOADS } from '../payload-masking';
import type { JobReason, JobStatus } from '../status';
import { describeObjects, type JobObject } from './job-object';

/** A job as lists show it. Times are ISO 8601. */
export interface JobSummary {
  id: string;
  name: string;
  runner: string;
  queue: string;
  status: JobStatus;
  reason: JobReason | null;
  object: JobObject | null;
  scheduleId: string | null;
  createdAt: string;
  /** When it is or was due. */
  runAt: string;
  startedAt: string | null;
  completedAt: string | null;
  attemptNo: number;
  failedAttempts: number;
  maxRetries: number;
  progressDone: number | null;
  progressTotal: number | null;
  progressText: string | null;
  /** The first line of the error, at most 300 characters, without secrets. */
  error: string | null;
  userName: string | null;
  /** The worker that has it, or had it last. */
  workerId: string | null;
  cancelAskedAt: string | null;
}

/** A row of `SUMMARY_COLUMNS`. */
export interface SummaryRow
  extends Omit<JobSummary, 'object' | 'createdAt' | 'runAt' | 'startedAt' | 'completedAt' | 'cancelAskedAt'> {
  objectType: string | null;
  objectId: string | null;
  /** What the error may quote: the arguments, read with an error alone; null when they are too large to compare. */
  argsIfError: Json;
  createdAt: Date;
  runAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  cancelAskedAt: Date | null;
}

/** What a summary reads of `job`, which the query names `j`. */
export const SUMMARY_COLUMNS = `
  j.id, j.name, j.runner, j.queue, j.status, j.reason, j.object_type AS "objectType", j.object_id AS "objectId",
  j.schedule_id AS "scheduleId", j.created_at AS "createdAt", j.run_at AS "runAt", j.started_at AS "startedAt",
  j.completed_at AS "completedAt", j.attempt_no AS "attemptNo", j.failed_attempts AS "failedAttempts",
  j.max_retries AS "maxRetries", j.progress_done AS "progressDone", j.progress_total AS "progressTotal",
  j.progress_text AS "progressText", left(split_part(j.error, E'\\n', 1), 300) AS error,
  CASE WHEN j.error IS NOT NULL AND pg_column_size(j.args) <= 16384 THEN j.args END AS "argsIfError",
  j.cancel_asked_at AS "cancelAskedAt", (SELECT name FROM "user" WHERE id = j.user_id) AS "userName",
  j.worker_id AS "workerId"`;

/** Rows as browsers get them: dates as text, objects under the names their plugins give them, texts as the reader may see them. */
export async function toSummaries(
  rows: readonly SummaryRow[],
  reader: PayloadReader = WITHOUT_PAYLOADS,
): Promise<JobSummary[]> {
  const refs = rows.flatMap(({ objectType, objectId }) =>
    objectType && objectId ? [objectRef(objectType, objectId)] : [],
  );
  const objects = await describeObjects(refs);
  const shown = await Promise.all(rows.map((row) => textsOf(row, reader)));
  return rows.map(({ objectType, objectId, argsIfError, ...row }, index) => ({
    ...row,
    ...shown[index],
    object: (objectType && objectId && objects.get(`${objectType}:${objectId}`)) || null,
    createdAt: row.createdAt.toISOString(),
    runAt: row.runAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    cancelAskedAt: row.cancelAskedAt?.toISOString() ?? null,
  }));
}

async function textsOf(
  row: SummaryRow,
  reader: PayloadReader,
): Promise<Pick<JobSummary, 'error' | 'progressText'>> {
  const { error, progressText, argsIfError, runner } = row;
  if (error === null && progressText === null) return { error, progressText };
  if (error !== null && argsIfError === null)
    return { error: 'Not shown here: see the job itself.', progressText: null };
  const mask = await textMask(runner, argsIfError, reader);
  return { error: error && mask(error), progressText: progressText && mask(progressText) };
}

import { pool } from '@/lib/db/client';
import type { AttemptOutcome, NotificationPolicy } from '@/lib/db/generated/enums';
import { YardmasterError } from '@/lib/errors';
import { maskArgs, maskResult, type PayloadReader, textMask } from '../payload-masking';
import { registry } from '../registry';
import { SILENT_AFTER_MS } from '../store/reap-jobs';
import { hasArgsToEdit } from './job-args-form';
import { type JobSummary, SUMMARY_COLUMNS, type SummaryRow, toSummaries } from './job-summary';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One try at a job. Times are ISO 8601. */
export interface Attempt {
  no: number;
  worker: AttemptWorker | null;
  dueAt: string;
  startedAt: string;
  endedAt: string;
  outcome: AttemptOutcome;
  error: string | null;
  errorStack: string | null;
}

export interface AttemptWorker {
  id: string;
  /** Null once the worker's own row is gone. */
  host: string | null;
  pid: number | null;
  /** It should give a sign of life and doesn't. */
  silent: boolean;
}

/** A job as its own page shows it. */
export interface JobDetail extends JobSummary {
  /** The whole error, and where it was thrown. */
  errorWhole: string | null;
  errorStack: string | null;
  /** What jobs that failed in the same way have in common. */
  fingerprint: string | null;
  /** Secrets masked; null with `payloadsHidden`: the reader lacks `payloads.view`. */
  args: Json;
  data: Json;
  payloadsHidden: boolean;
  timeoutMs: number;
  notifications: NotificationPolicy;
  scheduleName: string | null;
  occurrenceAt: string | null;
  againOfId: string | null;
  cancelAskedBy: string | null;
  cancelReason: string | null;
  /** The worker that has it now, or had it last. */
  worker: AttemptWorker | null;
  /** The attempts that ended, oldest first; the one under way is in the job itself. */
  attempts: Attempt[];
  /** Whether this process knows the runner, and so can run it again. */
  runnerKnown: boolean;
  /** Whether it can be run again with other arguments: the reader may see them, and there are some to change. */
  argsEditable: boolean;
  /** Who stopped its queue and why; null while the queue is running. */
  queuePaused: { by: string | null; reason: string | null } | null;
}

interface DetailRow extends SummaryRow, Omit<JobDetail, keyof JobSummary | 'occurrenceAt'> {
  occurrenceAt: Date | null;
}

const WORKER = (id: string) => `
  CASE WHEN ${id} IS NULL THEN NULL ELSE coalesce(
    (SELECT jsonb_build_object('id', id, 'host', host, 'pid', pid,
       'silent', ended_at IS NULL AND heartbeat_at < now() - ${SILENT_AFTER_MS} * interval '1 millisecond')
       FROM worker_process WHERE id = ${id}),
    jsonb_build_object('id', ${id}, 'host', NULL, 'pid', NULL, 'silent', false)) END`;

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const DETAIL = `
  SELECT ${SUMMARY_COLUMNS}, j.error AS "errorWhole", j.error_stack AS "errorStack", j.fingerprint, j.args, j.data,
         j.timeout_ms AS "timeoutMs", j.notifications, j.occurrence_at AS "occurrenceAt", j.again_of_id AS "againOfId",
         j.cancel_asked_by AS "cancelAskedBy", j.cancel_reason AS "cancelReason",
         (SELECT name FROM schedule WHERE id = j.schedule_id) AS "scheduleName",
         (SELECT jsonb_build_object('by', paused_by, 'reason', pause_reason)
            FROM queue_control WHERE queue = j.queue AND paused_at IS NOT NULL) AS "queuePaused",
         ${WORKER('j.worker_id')} AS worker,
         coalesce((SELECT jsonb_agg(jsonb_build_object('no', a.no, 'worker', ${WORKER('a.worker_id')}, 'dueAt', ${iso('a.due_at')},
                     'startedAt', ${iso('a.started_at')}, 'endedAt', ${iso('a.ended_at')}, 'outcome', a.outcome,
                     'error', a.error, 'errorStack', a.error_stack) ORDER BY a.no)
                     FROM job_attempt a WHERE a.job_id = j.id), '[]') AS attempts
    FROM job j WHERE j.id = $1`;

/**
 * Everything the page of one job shows. Arguments and result only for a reader with `payloads`, and without secrets.
 * @throws YardmasterError `not_found`
 */
export async function getJob(id: string, reader: PayloadReader): Promise<JobDetail> {
  const { rows } = await pool().query<DetailRow>(DETAIL, [id]);
  const [row] = rows;
  if (!row)
    throw new YardmasterError(
      'not_found',
      `There is no job ${id}. It may have been deleted, or retention removed it.`,
    );
  const [summary] = await toSummaries([{ ...row, argsIfError: row.args }], reader);
  const { objectType, objectId, argsIfError: _, ...own } = row;
  const mask = await textMask(row.runner, row.args, reader);
  const runner = (await registry()).find(row.runner)?.runner;
  const shown = (text: string | null) => (text === null ? null : mask(text));
  return {
    ...own,
    ...(summary as JobSummary),
    occurrenceAt: row.occurrenceAt?.toISOString() ?? null,
    errorWhole: shown(row.errorWhole),
    errorStack: shown(row.errorStack),
    attempts: row.attempts.map((attempt) => ({
      ...attempt,
      error: shown(attempt.error),
      errorStack: shown(attempt.errorStack),
    })),
    args: reader.payloads ? await maskArgs(row.runner, row.args) : null,
    data: reader.payloads ? maskResult(row.data) : null,
    payloadsHidden: !reader.payloads,
    runnerKnown: runner !== undefined,
    argsEditable: reader.payloads && runner !== undefined && hasArgsToEdit(runner, row.args),
  };
}

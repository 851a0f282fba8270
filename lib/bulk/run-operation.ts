import { YardmasterError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { emitEnded } from '@/lib/jobs/events/emit';
import { walkJobs } from '@/lib/jobs/queries/walk-jobs';
import { jobFilterText } from '@/lib/jobs/schema';
import { inTransaction, type Sql } from '@/lib/jobs/store/sql';
import { cancelBatch } from './batches/cancel-jobs';
import { deleteBatch } from './batches/delete-jobs';
import type { Changed, Target } from './batches/judge';
import { retryBatch } from './batches/retry-jobs';
import type { BulkVerb } from './verbs';

const batches: Record<BulkVerb, (sql: Sql, values: readonly unknown[]) => Promise<Changed[]>> = {
  cancel: cancelBatch,
  retry: retryBatch,
  delete: deleteBatch,
};

/** Jobs of one transaction. Each job that is deleted takes its whole log with it. */
const SIZE: Record<BulkVerb, number> = { cancel: 200, retry: 200, delete: 50 };

// Another transaction holds a row this one wants, or took a key's place first: what it did stands, and the batch looks again.
const GAVE_WAY = new Set(['40001', '40P01', '23505']);
const TRIES = 5;

/** How far an operation is. */
export interface BulkProgress {
  changed: number;
  skipped: number;
  /** How many jobs passed when it was asked for, up to 10,001; null: not known. */
  matched: number | null;
}

interface OperationRow extends BulkProgress {
  verb: BulkVerb;
  filter: string;
  reason: string | null;
  userId: string | null;
  actor: string;
  askedAt: Date;
  jobId: string;
  place: string | null;
  finishedAt: Date | null;
}

/**
 * Carries an operation out in batches, from where it was left. Each batch is one transaction with its changes, outcomes, audit
 * and place, so that whoever dies between two lines has done all of it or nothing. `between` is told after each batch and
 * throws when the operation is to stop.
 * @throws YardmasterError `not_found`
 */
export async function runBulkOperation(
  id: string,
  between: (progress: BulkProgress) => Promise<void>,
): Promise<BulkProgress> {
  for (;;) {
    const { progress, finished, changed, verb } = await giveWay(() =>
      inTransaction((sql) => runBatch(sql, id)),
    );
    if (changed.length > 0)
      publish('jobs', 'queues', 'audit', ...changed.map((job) => `job:${job.id}` as const));
    if (verb === 'cancel') await emitEnded(changed);
    await between(progress);
    if (finished) return progress;
  }
}

async function runBatch(sql: Sql, id: string) {
  // Locked until the end, so that a worker given up for lost and its successor never do the same batch.
  const [operation] = await sql<OperationRow>(
    `SELECT verb, filter, reason, user_id AS "userId", actor, asked_at AS "askedAt", job_id AS "jobId", matched, place,
       changed, skipped, finished_at AS "finishedAt" FROM bulk_operation WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!operation) throw new YardmasterError('not_found', `There is no bulk operation ${id}.`);
  const { verb, matched } = operation;
  if (operation.finishedAt) return { progress: operation, finished: true, changed: [], verb };
  const step = await walkJobs<Target & { id: string }>(sql, jobFilterText.parse(operation.filter), {
    columns: 'j.name, j.status',
    place: operation.place,
    size: SIZE[verb],
    madeUntil: operation.askedAt,
  });
  // It must not end itself.
  const targets = step.rows.filter((job) => job.id !== operation.jobId);
  const changed = targets.length > 0 ? await batches[verb](sql, bound(id, operation, targets)) : [];
  const [now] = await sql<{ changed: number; skipped: number }>(
    `UPDATE bulk_operation SET place = coalesce($2::uuid, place), changed = changed + $3::int, skipped = skipped + $4::int,
       finished_at = CASE WHEN $2::uuid IS NULL THEN now() END WHERE id = $1 RETURNING changed, skipped`,
    [id, step.place, changed.length, targets.length - changed.length],
  );
  const progress = { changed: now?.changed ?? 0, skipped: now?.skipped ?? 0, matched };
  return { progress, finished: step.place === null, changed, verb };
}

const bound = (id: string, operation: OperationRow, targets: readonly Target[]): unknown[] => [
  id,
  targets.map((job) => job.id),
  targets.map((job) => job.name),
  targets.map((job) => job.status),
  targets.map(() => newId()),
  operation.userId,
  operation.actor,
  operation.reason,
];

async function giveWay<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (tries >= TRIES || !GAVE_WAY.has(code)) throw error;
    }
  }
}

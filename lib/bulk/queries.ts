import type { z } from 'zod';
import { pool } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import type { JobFilter } from '@/lib/jobs/job-filter';
import { jobFilterText } from '@/lib/jobs/schema';
import { isTerminal, type JobStatus } from '@/lib/jobs/status';
import type { outcomesQuery } from './schema';
import type { BulkState, BulkVerb, SkipReason } from './verbs';

const PAGE_SIZE = 50;
const MOST_OPERATIONS = 100;

/** An operation as lists show it. Times are ISO 8601. */
export interface BulkOperation {
  id: string;
  verb: BulkVerb;
  state: BulkState;
  actor: string;
  reason: string | null;
  askedAt: string;
  finishedAt: string | null;
  /** The job that does it; its status is null once it is deleted. */
  jobId: string;
  jobStatus: JobStatus | null;
  /** How many jobs passed when it was asked for, up to 10,001; null: it took too long to count. */
  matched: number | null;
  changed: number;
  skipped: number;
}

export interface BulkDetail extends BulkOperation {
  filter: JobFilter;
  /** What was skipped, by reason, up to 10,000 of them. */
  reasons: { why: SkipReason; count: number }[];
}

/** What became of one job. */
export interface BulkOutcome {
  jobId: string;
  name: string;
  /** Its status before. */
  status: JobStatus;
  /** Its status now; null: it is deleted. */
  now: JobStatus | null;
  skipped: SkipReason | null;
}

export interface OutcomePage {
  rows: BulkOutcome[];
  /** Cursors of the pages on both sides; null where there is none. */
  after: string | null;
  before: string | null;
}

interface OperationRow extends Omit<BulkOperation, 'state' | 'askedAt' | 'finishedAt'> {
  askedAt: Date;
  finishedAt: Date | null;
}

const COLUMNS = `o.id, o.verb, o.actor, o.reason, o.asked_at AS "askedAt", o.finished_at AS "finishedAt", o.job_id AS "jobId",
  j.status AS "jobStatus", o.matched, o.changed, o.skipped`;
const OPERATIONS = 'bulk_operation o LEFT JOIN job j ON j.id = o.job_id';

/** The newest hundred operations. */
export async function listBulkOperations(): Promise<BulkOperation[]> {
  const { rows } = await pool().query<OperationRow>(
    `SELECT ${COLUMNS} FROM ${OPERATIONS} ORDER BY o.id DESC LIMIT ${MOST_OPERATIONS}`,
  );
  return rows.map(shown);
}

/** One operation with what it was asked for. @throws YardmasterError `not_found` */
export async function getBulkOperation(id: string): Promise<BulkDetail> {
  const [{ rows }, { rows: reasons }] = await Promise.all([
    pool().query<OperationRow & { filter: string }>(
      `SELECT ${COLUMNS}, o.filter FROM ${OPERATIONS} WHERE o.id = $1`,
      [id],
    ),
    pool().query<{ why: SkipReason; count: number }>(
      `SELECT skipped AS why, count(*)::int AS count
         FROM (SELECT skipped FROM bulk_outcome WHERE operation_id = $1 AND skipped IS NOT NULL LIMIT 10000) skips
        GROUP BY skipped ORDER BY count DESC`,
      [id],
    ),
  ]);
  const [row] = rows;
  if (!row) throw new YardmasterError('not_found', `There is no bulk operation ${id}.`);
  const { filter, ...operation } = row;
  return { ...shown(operation), filter: jobFilterText.parse(filter), reasons };
}

/** A page of 50 outcomes, newest job first. */
export async function listBulkOutcomes(
  id: string,
  { what, after, before }: z.output<typeof outcomesQuery>,
): Promise<OutcomePage> {
  const values: unknown[] = [id];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['o.operation_id = $1'];
  if (what === 'changed') conditions.push('o.skipped IS NULL');
  else if (what === 'skipped') conditions.push('o.skipped IS NOT NULL');
  else if (what !== 'all') conditions.push(`o.skipped = ${bind(what)}`);
  const backwards = after === null && before !== null;
  const from = after ?? before;
  if (from) conditions.push(`o.job_id ${backwards ? '>' : '<'} ${bind(from)}::uuid`);
  const { rows } = await pool().query<BulkOutcome>(
    `SELECT o.job_id AS "jobId", o.name, o.status, j.status AS now, o.skipped
       FROM (SELECT * FROM bulk_outcome o WHERE ${conditions.join(' AND ')}
              ORDER BY job_id ${backwards ? 'ASC' : 'DESC'} LIMIT ${PAGE_SIZE + 1}) o
       LEFT JOIN job j ON j.id = o.job_id ORDER BY o.job_id ${backwards ? 'ASC' : 'DESC'}`,
    values,
  );
  const more = rows.length > PAGE_SIZE;
  const page = rows.slice(0, PAGE_SIZE);
  if (backwards) page.reverse();
  const [hasNext, hasPrevious] = backwards ? [true, more] : [more, from !== null];
  return {
    rows: page,
    after: hasNext ? (page.at(-1)?.jobId ?? null) : null,
    before: hasPrevious ? (page.at(0)?.jobId ?? null) : null,
  };
}

function shown({ askedAt, finishedAt, ...row }: OperationRow): BulkOperation {
  return {
    ...row,
    state: stateOf(finishedAt, row.jobStatus),
    askedAt: askedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function stateOf(finishedAt: Date | null, status: JobStatus | null): BulkState {
  if (finishedAt) return 'finished';
  if (status === null || isTerminal(status)) return 'stopped';
  return status === 'running' ? 'running' : 'waiting';
}

import { stringify } from 'csv-stringify/sync';
import type { Json } from '@/lib/masking/mask-secrets';
import type { JobFilter } from './job-filter';
import { maskArgs, maskResult, type PayloadReader, textMask } from './payload-masking';
import { walkJobs } from './queries/walk-jobs';
import { poolSql } from './store/sql';

export type ExportFormat = 'csv' | 'ndjson';

/** Jobs read at once: what the memory holds, however many are exported. */
const BATCH = 500;

/** Field by column, in the order of an export's columns. */
const FIELDS = {
  id: 'id',
  name: 'name',
  runner: 'runner',
  queue: 'queue',
  status: 'status',
  reason: 'reason',
  object_type: 'object_type',
  object_id: 'object_id',
  schedule_id: 'schedule_id',
  user_id: 'user_id',
  worker_id: 'worker_id',
  attempt: 'attempt_no',
  created_at: 'created_at',
  due_at: 'run_at',
  started_at: 'started_at',
  completed_at: 'completed_at',
  error: 'error',
  fingerprint: 'fingerprint',
} as const;
const PAYLOADS = { args: 'args', result: 'data' } as const;

/**
 * The jobs that pass a filter, newest first, as text in pieces: CSV with a header line, or a JSON object a line. Times are
 * ISO 8601 in UTC. Arguments and results only for a reader
 * with `payloads`, and without secrets. Jobs made after it began are left out. Each piece is read when it
 * is asked for, so that a slow reader costs no memory and one that goes away no query.
 */
export async function* exportJobs(
  filter: JobFilter,
  format: ExportFormat,
  reader: PayloadReader,
  batch = BATCH,
): AsyncGenerator<string> {
  const fields: Record<string, string> = { ...FIELDS, ...(reader.payloads ? PAYLOADS : {}) };
  const names = Object.keys(fields);
  const columns = [
    ...Object.entries(fields).map(([name, column]) => `j.${column} AS ${name}`),
    // What an error may quote.
    'CASE WHEN j.error IS NOT NULL THEN j.args END AS quotable',
  ].join(', ');
  const [clock] = await poolSql<{ now: Date }>('SELECT now() AS now', []);
  const madeUntil = clock?.now ?? new Date();
  if (format === 'csv') yield stringify([names]);
  for (let place: string | null = null, first = true; first || place !== null; first = false) {
    const step: Awaited<ReturnType<typeof walkJobs<ExportRow>>> = await walkJobs(poolSql, filter, {
      columns,
      place,
      size: batch,
      madeUntil,
    });
    place = step.place;
    const rows = await Promise.all(step.rows.map((row) => shownRow(row, reader)));
    if (rows.length > 0) yield format === 'csv' ? csvOf(rows, names) : linesOf(rows);
  }
}

type ExportRow = Record<string, unknown> & {
  id: string;
  runner: string;
  error: string | null;
  args?: Json;
  result?: Json;
  quotable: Json;
};

async function shownRow(row: ExportRow, reader: PayloadReader): Promise<Record<string, unknown>> {
  const { quotable, ...shown } = row;
  if (shown.error !== null) shown.error = (await textMask(row.runner, quotable, reader))(shown.error);
  if (shown.args !== undefined) shown.args = await maskArgs(row.runner, shown.args);
  if (shown.result !== undefined) shown.result = maskResult(shown.result);
  return shown;
}

// A text that begins like a formula would be one in a spreadsheet: such a cell gets an apostrophe before it.
const csvOf = (rows: Record<string, unknown>[], columns: string[]): string =>
  stringify(rows, {
    columns,
    escape_formulas: true,
    cast: { date: (date) => date.toISOString(), object: (value) => JSON.stringify(value) },
  });

const linesOf = (rows: Record<string, unknown>[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

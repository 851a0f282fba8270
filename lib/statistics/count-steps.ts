import { pool } from '@/lib/db/client';
import { addTo, type Histogram } from './histogram';

/** What ended within a step of a chart, and how long it waited and ran. */
export interface StepCount {
  completed: number;
  failed: number;
  errored: number;
  cancelled: number;
  wait: Histogram;
  run: Histogram;
}

/** What is counted: the ends of one queue, one runner, or both; null: of all. */
interface Counted {
  stepMs: number;
  queue: string | null;
  runner: string | null;
}

const HOUR_MS = 3_600_000;

/** Whether such steps are read from hours that were added up. */
export const isOfHours = (stepMs: number): boolean => stepMs >= HOUR_MS;

/**
 * Where the hours that have been added up end, as Postgres writes it; whatever is newer is read from its minutes. Asked for by itself:
 * knowing it, Postgres finds those few by their index.
 */
export async function hoursEnd(): Promise<string> {
  const { rows } = await pool().query<{ at: string | null }>(
    "SELECT (max(at) + interval '1 hour')::text AS at FROM job_statistic_hour",
  );
  return rows[0]?.at ?? '-infinity';
}

/** The counts of the steps from a moment on, by their starts (both in Unix milliseconds); absent where nothing ended. */
export async function countSteps(
  fromMs: number,
  { stepMs, queue, runner }: Counted,
): Promise<Map<number, StepCount>> {
  const byHours = isOfHours(stepMs);
  const values = [new Date(fromMs), stepMs, queue, runner, ...(byHours ? [await hoursEnd()] : [])];
  const source = byHours ? `${HOURS} UNION ALL ${MINUTES_SINCE}` : MINUTES;
  const [ends, durations] = await Promise.all([
    pool().query<EndsRow>(`WITH source AS (${source}) ${COUNT_ENDS}`, values),
    pool().query<DurationRow>(`WITH source AS (${source}) ${ADD_UP_DURATIONS}`, values),
  ]);
  const counts = new Map(
    ends.rows.map(({ step, ...row }) => [step, { ...row, wait: new Map(), run: new Map() }]),
  );
  for (const { step, kind, bucket, count } of durations.rows) {
    const histogram = counts.get(step)?.[kind];
    if (histogram) addTo(histogram, bucket, count);
  }
  return counts;
}

interface EndsRow extends Omit<StepCount, 'wait' | 'run'> {
  step: number;
}

interface DurationRow {
  step: number;
  kind: 'wait' | 'run';
  bucket: number;
  count: number;
}

const COLUMNS =
  'at, completed, failed, errored, cancelled, wait_buckets, wait_counts, run_buckets, run_counts';
const WANTED = '($3::text IS NULL OR queue = $3) AND ($4::text IS NULL OR runner = $4)';
const MINUTES = `SELECT ${COLUMNS} FROM job_statistic WHERE at >= $1 AND ${WANTED}`;
const HOURS = `SELECT ${COLUMNS} FROM job_statistic_hour WHERE at >= $1 AND at < $5 AND ${WANTED}`;
const MINUTES_SINCE = `${MINUTES} AND at >= $5`;
/** The step of a row, of $2 milliseconds. In numbers only once a group: a row's time as a number costs more than all the rest of it. */
export const STEP = "date_bin($2::float8 * interval '1 millisecond', at, 'epoch') AS start";
export const STEP_MS = '(extract(epoch FROM start) * 1000)::float8 AS step';
const COUNT_ENDS = `
  SELECT ${STEP_MS}, completed, failed, errored, cancelled FROM (
    SELECT ${STEP}, sum(completed)::float8 AS completed, sum(failed)::float8 AS failed, sum(errored)::float8 AS errored,
      sum(cancelled)::float8 AS cancelled FROM source GROUP BY start) steps`;
// Both histograms in one go: each row's are laid side by side, and their buckets added up apart. Arrays are taken apart in the
// list of columns: as a table they would be written down first, which takes twice as long.
const ADD_UP_DURATIONS = `
  SELECT ${STEP_MS}, CASE WHEN wait IS NULL THEN 'run' ELSE 'wait' END AS kind, coalesce(wait, run) AS bucket,
    CASE WHEN wait IS NULL THEN runs ELSE waits END AS count FROM (
      SELECT start, wait, run, sum(wait_count)::float8 AS waits, sum(run_count)::float8 AS runs FROM (
        SELECT ${STEP}, unnest(wait_buckets) AS wait, unnest(wait_counts) AS wait_count,
          unnest(run_buckets) AS run, unnest(run_counts) AS run_count FROM source) buckets
       GROUP BY GROUPING SETS ((start, wait), (start, run))) steps
   WHERE wait IS NOT NULL OR run IS NOT NULL`;

import { poolSql } from '@/lib/jobs/store/sql';
import { type Count, type Failures, MINUTE_MS } from './end-counter';
import type { Histogram } from './histogram';

/** Counts are stored within seconds; what comes so long after the start of its minute is marked as late. */
export const LATE_AFTER_MS = 3 * MINUTE_MS;

const STORE = `
  WITH counted AS (
    INSERT INTO job_statistic (at, queue, runner, counted_by, completed, failed, errored, cancelled,
      wait_buckets, wait_counts, run_buckets, run_counts, late_at)
    SELECT to_timestamp(at / 1000.0), queue, runner, $1::text::uuid, completed, failed, errored, cancelled,
      wait_buckets, wait_counts, run_buckets, run_counts,
      CASE WHEN to_timestamp(at / 1000.0) < now() - interval '${LATE_AFTER_MS} milliseconds' THEN now() END
    FROM json_to_recordset($2::text::json) AS t(at float8, queue text, runner text, completed int, failed int, errored int,
      cancelled int, wait_buckets smallint[], wait_counts int[], run_buckets smallint[], run_counts int[])
    ON CONFLICT (at, queue, runner, counted_by) DO UPDATE SET completed = EXCLUDED.completed, failed = EXCLUDED.failed,
      errored = EXCLUDED.errored, cancelled = EXCLUDED.cancelled, wait_buckets = EXCLUDED.wait_buckets,
      wait_counts = EXCLUDED.wait_counts, run_buckets = EXCLUDED.run_buckets, run_counts = EXCLUDED.run_counts,
      late_at = EXCLUDED.late_at)
  INSERT INTO failure_group (runner, fingerprint, count, first_seen_at, last_seen_at, status, error, job_id)
  SELECT runner, fingerprint, count, to_timestamp(first_at / 1000.0), to_timestamp(last_at / 1000.0), status, error, job_id
  FROM json_to_recordset($3::text::json) AS t(runner text, fingerprint text, count int, first_at float8, last_at float8,
    status job_status, error text, job_id uuid)
  ORDER BY runner, fingerprint
  ON CONFLICT (runner, fingerprint) DO UPDATE SET count = failure_group.count + EXCLUDED.count,
    first_seen_at = least(failure_group.first_seen_at, EXCLUDED.first_seen_at),
    last_seen_at = greatest(failure_group.last_seen_at, EXCLUDED.last_seen_at),
    status = EXCLUDED.status, error = EXCLUDED.error, job_id = EXCLUDED.job_id`;

/**
 * Stores what a process has counted, in one statement. Counts are written as they stand, not added, so storing them twice
 * changes nothing. Failures are added to their groups, in the same order by every process, so that none waits for another in a ring.
 */
export async function storeCounts(
  countedBy: string,
  { counts, failures }: { counts: readonly Count[]; failures: readonly Failures[] },
): Promise<void> {
  await poolSql(STORE, [
    countedBy,
    JSON.stringify(counts.map(countRow)),
    JSON.stringify(failures.map(failureRow)),
  ]);
}

function countRow({ minute, queue, runner, ends, wait, run }: Count): Record<string, unknown> {
  return {
    ...{ at: minute, queue, runner, ...ends },
    ...{ wait_buckets: buckets(wait), wait_counts: [...wait.values()] },
    ...{ run_buckets: buckets(run), run_counts: [...run.values()] },
  };
}

const buckets = (histogram: Histogram): number[] => [...histogram.keys()];

function failureRow({ firstAt, lastAt, jobId, ...failure }: Failures): Record<string, unknown> {
  return { ...failure, first_at: firstAt, last_at: lastAt, job_id: jobId };
}

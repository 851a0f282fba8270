import { execute } from '../sql';

/** An hour is added up anew for so long: what a worker counted while Postgres was away comes late. */
const LATE_HOURS = 26;

/** The histograms of an hour, as the buckets that hold something and how much, in the order of the buckets. */
const addedUp = (name: 'wait' | 'run'): string => `
  SELECT at, queue, runner, array_agg(bucket ORDER BY bucket) AS buckets, array_agg(count ORDER BY bucket) AS counts FROM (
    SELECT date_trunc('hour', at, 'UTC') AS at, queue, runner, bucket, sum(count)::int AS count
    FROM minutes, unnest(${name}_buckets, ${name}_counts) AS b(bucket, count) GROUP BY 1, 2, 3, 4) by_bucket
  GROUP BY at, queue, runner`;

const ADD_UP = `
  WITH since AS (SELECT least(coalesce((SELECT max(at) FROM job_statistic_hour), '-infinity'),
      date_trunc('hour', now(), 'UTC')) - interval '${LATE_HOURS} hours' AS at),
  minutes AS MATERIALIZED (SELECT s.* FROM job_statistic s, since
    WHERE s.at >= since.at AND s.at < date_trunc('hour', now(), 'UTC')),
  ends AS (SELECT date_trunc('hour', at, 'UTC') AS at, queue, runner, sum(completed)::int AS completed,
    sum(failed)::int AS failed, sum(errored)::int AS errored, sum(cancelled)::int AS cancelled FROM minutes GROUP BY 1, 2, 3),
  waits AS (${addedUp('wait')}), runs AS (${addedUp('run')})
  INSERT INTO job_statistic_hour (at, queue, runner, completed, failed, errored, cancelled,
    wait_buckets, wait_counts, run_buckets, run_counts)
  SELECT e.at, e.queue, e.runner, completed, failed, errored, cancelled, coalesce(w.buckets, '{}'), coalesce(w.counts, '{}'),
    coalesce(r.buckets, '{}'), coalesce(r.counts, '{}')
  FROM ends e LEFT JOIN waits w USING (at, queue, runner) LEFT JOIN runs r USING (at, queue, runner)
  ON CONFLICT (at, queue, runner) DO UPDATE SET completed = EXCLUDED.completed, failed = EXCLUDED.failed,
    errored = EXCLUDED.errored, cancelled = EXCLUDED.cancelled, wait_buckets = EXCLUDED.wait_buckets,
    wait_counts = EXCLUDED.wait_counts, run_buckets = EXCLUDED.run_buckets, run_counts = EXCLUDED.run_counts
  -- Minutes go after a week: an hour that has lost some of them stays as it is.
  WHERE job_statistic_hour.at > now() - interval '6 days'`;

/**
 * Adds up the minutes of the hours that are over, all processes together. An hour is written as it stands, so doing it twice
 * changes nothing. @returns how many rows were written.
 */
export const addUpHours = (): Promise<number> => execute(ADD_UP);

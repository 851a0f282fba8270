// uuid version 7 by functions that Postgres has had since 13: the milliseconds in front, the version set by two bits.
const UUID_V7 = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`;

/** Characters of an error that a notification repeats. */
const MAX_TEXT = 500;

/**
 * The statement that tells the users of jobs that have just ended, each as its job's policy has it: `always` of
 * completed, failed and errored, `on_failure` of failed and errored, `never` of nothing. A cancelled job tells nobody.
 * `ended` names a CTE of those jobs with `id, status, name, error, user_id, notifications`.
 */
export function recordNotifications(ended: string): string {
  return `INSERT INTO notification (id, user_id, job_id, status, title, text)
    SELECT ${UUID_V7}, user_id, id, status, name, coalesce(left(error, ${MAX_TEXT}), '') FROM ${ended}
    WHERE user_id IS NOT NULL AND (status IN ('failed', 'errored') AND notifications <> 'never'
      OR status = 'completed' AND notifications = 'always')`;
}

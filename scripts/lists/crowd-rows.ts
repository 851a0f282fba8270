/**
 * The rows of a crowd as SQL. `$1` to `$2` are the numbers of the jobs to make, oldest first, `$3` is how many there are in
 * all, `$4` is now. Everything hangs on a job's number, so the same number and `now` give the same job.
 */
const DAYS = 90;

/** A whole number below `most`, of chance `seed`. */
const chance = (seed: number, most: string | number) =>
  `(hashint8extended(n, ${seed}) & 2147483647) % ${most}`;
const oneOf = (list: readonly string[], place: string) =>
  `(ARRAY[${list.map((text) => `'${text}'`).join(', ')}])[1 + ${place}]`;

const RUNNERS = [
  ['shop.SyncOrders', 'Sync orders'],
  ['shop.SendReceipt', 'Send receipt'],
  ['shop.ImportCatalogue', 'Import catalogue'],
  ['shop.ResizePictures', 'Resize pictures'],
  ['shop.UpdateStock', 'Update stock'],
  ['shop.ExportInvoices', 'Export invoices'],
  ['shop.IndexProducts', 'Index products'],
  ['shop.CheckPrices', 'Check prices'],
  ['shop.WarmCache', 'Warm cache'],
  ['data_sources.SyncDataSource', 'Sync data source'],
  ['core.Housekeeping', 'Housekeeping'],
  ['shop.CloseTheBooks', 'Close the books'],
] as const;

const ERRORS = [
  'The gateway answered 502 after 30000 ms',
  'Connection to the warehouse timed out',
  'No such branch: release',
  'Order %s has no address',
  'Could not parse line %s: unexpected end of input',
  'Permission denied for bucket exports',
  'duplicate key value violates unique constraint of product %s',
  'The quota of this account is used up',
] as const;

const LINES = [
  'Asked the gateway for page %s',
  'Read %s rows',
  'Wrote %s rows, none of them new',
  'The gateway was slow: %s ms',
  'Nothing changed since the last time',
  'Done after %s steps',
] as const;

/** The objects, users, schedules and workers that jobs hang on; numbers are theirs from 0 on. */
export const OBJECTS = 2_000;
export const USERS = 12;
export const SCHEDULES = 200;
export const ARMED = 150;
export const WORKERS = 40;
export const LIVE_WORKERS = 4;
export const scheduleId = (n: string) => `('01900000-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
export const workerId = (n: string) => `('01900000-0000-7000-9000-' || lpad((${n})::text, 12, '0'))::uuid`;
export const runnerKey = (place: string) =>
  oneOf(
    RUNNERS.map(([key]) => key),
    place,
  );
export const runnerName = (place: string) =>
  oneOf(
    RUNNERS.map(([, name]) => name),
    place,
  );

// OFFSET 0 below: each level is worked out once, not again wherever the next one names it.
// The squares of chance: a few runners, objects and queues have most of the jobs.
const skewed = (seed: number, most: number) =>
  `floor(${most} * power((${chance(seed, 1_000_000)}) / 1000000.0, 2))::int`;

const numbered = `
  SELECT n, $3::bigint - n AS newer,
         $4::timestamptz - interval '${DAYS} days' * (($3::bigint - n) / $3::float8) - interval '3 s' AS made,
         ${skewed(1, RUNNERS.length)} AS runner, ${skewed(2, OBJECTS)} AS site, ${chance(3, 1000)} AS fate,
         ${chance(4, 100)} AS about, ${chance(5, SCHEDULES)} AS schedule, ${chance(6, 10_000)} AS place,
         ${chance(7, 60_000)} AS wait, ${skewed(8, 240_000)} AS run, ${chance(9, ERRORS.length)} AS fault
    FROM generate_series($1::bigint, $2::bigint) n OFFSET 0`;

// The newest are alive: 40 run, each schedule has armed its next, the newest half per cent mostly wait.
const withStatus = `
  SELECT *, CASE
      WHEN newer BETWEEN 100 AND 139 THEN 'running'
      WHEN newer BETWEEN 200 AND ${199 + ARMED} THEN 'scheduled'
      WHEN newer < 100 THEN 'pending'
      WHEN newer < $3 / 200 AND fate < 600 THEN 'pending'
      WHEN newer < $3 / 200 AND fate < 800 THEN 'scheduled'
      WHEN fate < 945 THEN 'completed' WHEN fate < 970 THEN 'failed' WHEN fate < 985 THEN 'errored'
      ELSE 'cancelled' END AS status,
    newer BETWEEN 200 AND ${199 + ARMED} AS armed
    FROM (${numbered}) numbered OFFSET 0`;

const withTimes = `
  SELECT *, status IN ('completed', 'failed', 'errored', 'cancelled') AS ended, status IN ('failed', 'errored') AS unwell,
         status IN ('completed', 'failed', 'errored', 'running') AS began,
         CASE WHEN status = 'scheduled' THEN $4 + (1 + wait) * interval '1 s' ELSE made END AS due,
         made + wait * interval '1 ms' AS start
    FROM (${withStatus}) withStatus OFFSET 0`;

export const INSERT_JOBS = `
  INSERT INTO job (id, runner, name, queue, status, reason, args, object_type, object_id, user_id, schedule_id, occurrence_at,
    armed, again_of_id, timeout_ms, max_retries, created_at, run_at, started_at, completed_at, dispatch_no, attempt_no,
    failed_attempts, worker_id, data, error, error_stack, fingerprint)
  SELECT (lpad(to_hex((extract(epoch FROM made) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n & 4095), 3, '0') || '8'
           || substr(md5(n::text), 1, 15))::uuid,
    ${runnerKey('runner')}, ${runnerName('runner')} || CASE WHEN about < 8 THEN ' of site ' || site ELSE '' END,
    CASE WHEN place < 5 THEN 'shop.exports' WHEN place < 1000 THEN 'high' WHEN place < 3000 THEN 'low' ELSE 'default' END,
    status::job_status,
    CASE WHEN status = 'errored' AND fate % 3 = 0 THEN 'timed_out' WHEN status = 'errored' AND fate % 50 = 1 THEN 'worker_lost'
         WHEN status = 'cancelled' THEN (ARRAY['skipped_overlap', 'missed', 'cancelled_by_user', 'replaced'])[1 + fate % 4]
         WHEN status = 'failed' AND place < 20 THEN 'invalid_args' WHEN status = 'pending' AND place < 500 THEN 'unknown_runner'
         WHEN status = 'cancelled' AND place < 100 THEN 'object_deleted' END::job_reason,
    jsonb_build_object('site', jsonb_build_object('id', site, 'name', 'site-' || site), 'full', about < 30, 'batch', n),
    CASE WHEN about BETWEEN 20 AND 49 THEN 'shop.site' END, CASE WHEN about BETWEEN 20 AND 49 THEN site::text END,
    CASE WHEN about < 5 THEN 'user-' || place % ${USERS} END,
    CASE WHEN armed THEN ${scheduleId('newer - 200')} WHEN about BETWEEN 40 AND 69 THEN ${scheduleId('schedule')} END,
    CASE WHEN armed OR about BETWEEN 40 AND 69 THEN date_trunc('milliseconds', due) END, armed,
    CASE WHEN about = 99 AND fate < 200 THEN md5((n / 7)::text)::uuid END,
    300000, 2, date_trunc('milliseconds', made), date_trunc('milliseconds', due), CASE WHEN began THEN start END,
    CASE WHEN ended THEN start + (1 + run) * interval '1 ms' END, began::int, began::int, unwell::int,
    CASE WHEN status = 'running' THEN ${workerId(`n % ${LIVE_WORKERS}`)}
         WHEN began THEN ${workerId(`least(${WORKERS - 1}, newer * ${WORKERS} / $3)`)} END,
    CASE WHEN status = 'completed' THEN jsonb_build_object('rows', wait, 'changed', about, 'took', run) END,
    CASE WHEN unwell THEN replace(${oneOf(ERRORS, 'fault')}, '%s', n::text) END,
    CASE WHEN status = 'errored' THEN 'Error: at run (plugins/shop/jobs/' || runner || '.ts:' || place % 90 || ':11)' END,
    CASE WHEN unwell THEN substr(md5(runner || ':' || fault), 1, 16) END
  FROM (${withTimes}) withTimes`;

/** Of every tenth job that began, three to eight lines. */
export const INSERT_LINES = `
  INSERT INTO job_log_entry (job_id, attempt, seq, at, level, message)
  SELECT id, 1, seq, started_at + seq * interval '200 ms',
         (ARRAY['info', 'debug', 'info', 'warning'])[1 + n % 4]::log_level,
         replace(${oneOf(LINES, `((n + seq) % ${LINES.length})::int`)}, '%s', (n % 5000)::text)
    FROM (SELECT id, started_at, ('x' || right(id::text, 7))::bit(28)::int AS n FROM job
           WHERE started_at IS NOT NULL AND right(id::text, 1) IN ('0', '8')
             AND id BETWEEN $1::uuid AND $2::uuid) j,
         generate_series(1, 3 + n % 6) seq`;

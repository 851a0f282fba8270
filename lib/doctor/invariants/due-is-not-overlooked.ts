import { newestSql } from '@/lib/jobs/queries/newest-sql';
import { schedulerPass } from '@/lib/worker/scheduler';
import { type Invariant, MOST_ROWS, type Row } from '../invariant';
import { liveWorkers } from '../live-workers';

const LATE_MS = 30_000;
/** What an occurrence waits for stands just before it, but for occurrences that were skipped; a schedule's history may be a million long. */
const BEFORE_IT = 1_000;

/** DESIGN.md 6.6: time is Postgres's, and any live worker sees to it. */
export const dueIsNotOverlooked: Invariant = {
  name: 'due-is-not-overlooked',
  describe: 'While a worker lives, what waited for its time is let go when that has come, and armed anew.',
  level: 'violation',
  // An occurrence may have to wait behind the one before it; a paused schedule's waits altogether.
  find: ({ sql, patience }) =>
    sql<Row>(
      `SELECT j.id, j.runner, j.queue, j.status, j.armed, j.run_at AS "runAt", j.schedule_id AS "scheduleId"
       FROM (SELECT * FROM job WHERE status = 'scheduled' AND run_at < now() - $1::float8 * interval '1 millisecond'
         UNION SELECT * FROM job WHERE armed AND run_at < now() - $1::float8 * interval '1 millisecond') j
       LEFT JOIN schedule s ON s.id = j.schedule_id
       WHERE EXISTS (${liveWorkers('$1')}) AND s.paused_at IS NULL
         AND (j.armed OR s.id IS NULL OR s.overlap = 'allow' OR j.attempt_no > 0 OR NOT EXISTS (
           SELECT 1 FROM (SELECT status ${newestSql('schedule_id', 's.id', BEFORE_IT, 'AND id < j.id')}) earlier
            WHERE status IN ('pending', 'scheduled', 'running')))
       ORDER BY j.run_at LIMIT ${MOST_ROWS}`,
      [LATE_MS * patience],
    ),
  async repair() {
    while ((await schedulerPass()) === 0);
  },
};

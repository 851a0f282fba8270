import { type Invariant, idsOf, MOST_ROWS, type Row } from '../invariant';
import { guardHolds } from './guards';

const TERMINAL = "('completed', 'failed', 'errored', 'cancelled')";

/** DESIGN.md 5. While the check constraint stands nothing has to be read. */
export const endedHasTime: Invariant = {
  name: 'ended-has-time',
  describe: 'A job has the time of its end exactly when its status is terminal.',
  level: 'violation',
  async find({ sql }) {
    if (await guardHolds(sql, 'job_terminal_has_end')) return [];
    return sql<Row>(
      `SELECT id, runner, status, completed_at AS "completedAt" FROM job
       WHERE (completed_at IS NOT NULL) <> (status IN ${TERMINAL}) LIMIT ${MOST_ROWS}`,
      [],
    );
  },
  async repair({ sql }, rows) {
    await sql(
      `UPDATE job SET completed_at = CASE WHEN status IN ${TERMINAL} THEN coalesce(
         (SELECT max(a.ended_at) FROM job_attempt a WHERE a.job_id = job.id), started_at, now()) END
       WHERE id = ANY($1::uuid[]) AND (completed_at IS NOT NULL) <> (status IN ${TERMINAL})`,
      [idsOf(rows)],
    );
  },
};

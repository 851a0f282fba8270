import { type Invariant, MOST_ROWS, type Row } from '../invariant';
import { guardHolds } from './guards';

/** F7. While the unique index stands nothing has to be read. */
export const oneRowAnOccurrence: Invariant = {
  name: 'one-row-an-occurrence',
  describe: 'A schedule has one job for each time on its grid.',
  level: 'violation',
  async find({ sql }) {
    if (await guardHolds(sql, 'job_occurrence')) return [];
    return sql<Row>(
      `SELECT schedule_id AS id, occurrence_at AS "occurrenceAt", array_agg(id ORDER BY attempt_no = 0, id) AS jobs
       FROM job WHERE schedule_id IS NOT NULL AND occurrence_at IS NOT NULL
       GROUP BY schedule_id, occurrence_at HAVING count(*) > 1 LIMIT ${MOST_ROWS}`,
      [],
    );
  },
  // One stays, one that has begun before others. What has not begun is removed; what has is kept, off the grid.
  async repair({ sql }, rows) {
    const surplus = rows.flatMap(({ jobs }) => (jobs as string[]).slice(1));
    await sql(
      `DELETE FROM job WHERE id = ANY($1::uuid[]) AND attempt_no = 0 AND status IN ('pending', 'scheduled')`,
      [surplus],
    );
    await sql('UPDATE job SET occurrence_at = NULL WHERE id = ANY($1::uuid[])', [surplus]);
  },
};

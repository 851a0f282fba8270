import { type Invariant, idsOf, MOST_ROWS, type Row } from '../invariant';

/** DESIGN.md 6.6. */
export const oneArmedOccurrence: Invariant = {
  name: 'one-armed-occurrence',
  describe: 'A schedule has at most one armed occurrence.',
  level: 'violation',
  find: ({ sql }) =>
    sql<Row>(
      `SELECT schedule_id AS id, array_agg(id ORDER BY occurrence_at, id) AS jobs FROM job
       WHERE armed GROUP BY schedule_id HAVING count(*) > 1 LIMIT ${MOST_ROWS}`,
      [],
    ),
  // The last on the grid stays armed: its time has certainly not been dealt with. Others that wait are removed.
  async repair({ sql }, rows) {
    const surplus = `(SELECT id, row_number() OVER (PARTITION BY schedule_id ORDER BY occurrence_at DESC NULLS LAST, id DESC) AS place
      FROM job WHERE armed AND schedule_id = ANY($1::uuid[])) k`;
    await sql(
      `DELETE FROM job j USING ${surplus} WHERE j.id = k.id AND k.place > 1 AND j.status = 'scheduled' AND j.attempt_no = 0
         AND j.run_at > now()`,
      [idsOf(rows)],
    );
    await sql(`UPDATE job j SET armed = false FROM ${surplus} WHERE j.id = k.id AND k.place > 1`, [
      idsOf(rows),
    ]);
  },
};

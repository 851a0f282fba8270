import { type Invariant, idsOf, MOST_ROWS, type Row } from '../invariant';

/** DESIGN.md 6.8. */
export const oneLiveJobAKey: Invariant = {
  name: 'one-live-job-a-key',
  describe: 'A key of enqueueOnce has one live job, and one schedule that has not ended.',
  level: 'violation',
  find: ({ sql }) =>
    sql<Row>(
      `SELECT once_key AS id, 'job' AS kind, array_agg(id ORDER BY status = 'running' DESC, id) AS rows
       FROM job WHERE once_key IS NOT NULL AND status IN ('pending', 'scheduled', 'running')
       GROUP BY once_key HAVING count(*) > 1
       UNION ALL
       SELECT once_key, 'schedule', array_agg(id ORDER BY id) FROM schedule
       WHERE once_key IS NOT NULL AND ended_at IS NULL GROUP BY once_key HAVING count(*) > 1
       LIMIT ${MOST_ROWS}`,
      [],
    ),
  // The one that runs stays, else the oldest; of schedules the oldest.
  async repair({ sql }, rows) {
    const jobs = idsOf(rows.filter(({ kind }) => kind === 'job'));
    const surplus = `(SELECT id, row_number() OVER (PARTITION BY once_key ORDER BY status = 'running' DESC, id) AS place
      FROM job WHERE once_key = ANY($1) AND status IN ('pending', 'scheduled', 'running')) k`;
    await sql(
      `UPDATE job j SET status = 'cancelled', reason = 'replaced', completed_at = now(), armed = false FROM ${surplus}
       WHERE j.id = k.id AND k.place > 1 AND j.status IN ('pending', 'scheduled')`,
      [jobs],
    );
    await sql(
      `UPDATE job j SET once_key = NULL FROM ${surplus} WHERE j.id = k.id AND k.place > 1 AND j.status = 'running'`,
      [jobs],
    );
    await sql(
      `UPDATE schedule s SET ended_at = now(), end_reason = 'replaced', updated_at = now() FROM
         (SELECT id, row_number() OVER (PARTITION BY once_key ORDER BY id) AS place FROM schedule
          WHERE once_key = ANY($1) AND ended_at IS NULL) k
       WHERE s.id = k.id AND k.place > 1 AND s.ended_at IS NULL`,
      [idsOf(rows.filter(({ kind }) => kind === 'schedule'))],
    );
  },
};

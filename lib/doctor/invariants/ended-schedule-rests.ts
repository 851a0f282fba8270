import { removeWaiting } from '@/lib/jobs/schedule/end-schedules';
import { type Invariant, idsOf, MOST_ROWS, type Row } from '../invariant';

/** A24. An occurrence that has begun may still be tried again. */
export const endedScheduleRests: Invariant = {
  name: 'ended-schedule-rests',
  describe: 'A schedule that has ended has no occurrence that still waits to begin.',
  level: 'violation',
  find: ({ sql }) =>
    sql<Row>(
      `SELECT s.id, s.runner, s.end_reason AS "endReason", s.ended_at AS "endedAt", array_agg(j.id) AS jobs
       FROM (SELECT id, schedule_id FROM job
          WHERE status IN ('pending', 'scheduled') AND schedule_id IS NOT NULL AND attempt_no = 0
         UNION SELECT id, schedule_id FROM job WHERE armed) j
       JOIN schedule s ON s.id = j.schedule_id
       WHERE s.ended_at IS NOT NULL GROUP BY s.id LIMIT ${MOST_ROWS}`,
      [],
    ),
  async repair({ sql }, rows) {
    for (const id of idsOf(rows)) await removeWaiting(sql, id);
  },
};

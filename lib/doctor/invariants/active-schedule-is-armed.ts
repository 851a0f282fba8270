import { armMissing } from '@/lib/jobs/schedule/arm';
import { nextTime, type RhythmRow } from '@/lib/jobs/schedule/rhythm';
import { type Invariant, idsOf, MOST_ROWS, type Row } from '../invariant';

// A schedule whose waiting occurrence was taken away is armed anew at once, at the latest by the scheduler's mending.
const MENDING_MS = 30_000;

/** DESIGN.md 6.6. */
export const activeScheduleIsArmed: Invariant = {
  name: 'active-schedule-is-armed',
  describe:
    'A schedule that is neither paused nor ended has an armed occurrence, while its rhythm comes again.',
  level: 'violation',
  async find({ sql, patience }) {
    const rows = await sql<Row & RhythmRow & { now: Date }>(
      `SELECT s.id, s.runner, s.name, s.interval_minutes AS "intervalMinutes", s.cron, s.time_zone AS "timeZone",
         s.anchor_at AS "anchorAt", s.updated_at AS "updatedAt", now() AS now, last.touched AS "lastJobAt"
       FROM schedule s LEFT JOIN LATERAL (SELECT greatest(j.created_at, j.run_at, j.completed_at) AS touched FROM job j
         WHERE j.schedule_id = s.id ORDER BY j.id DESC LIMIT 1) last ON true
       WHERE s.ended_at IS NULL AND s.paused_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM job j WHERE j.schedule_id = s.id AND j.armed)
         AND greatest(s.updated_at, last.touched) < now() - $1::float8 * interval '1 millisecond'`,
      [MENDING_MS * patience],
    );
    return rows.flatMap(({ now, ...row }) => (nextTime(row, now) === null ? [] : [row])).slice(0, MOST_ROWS);
  },
  async repair(_, rows) {
    for (const id of idsOf(rows)) await armMissing(id);
  },
};

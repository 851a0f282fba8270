import { pool } from '@/lib/db/client';
import type { JobReason, JobStatus } from '../status';
import { FIRST_ID, LAST_ID } from './newest-sql';

/** As much of a job as its relatives tell of it. Times are ISO 8601. */
export interface RelatedJob {
  id: string;
  name: string;
  status: JobStatus;
  reason: JobReason | null;
  runAt: string;
  startedAt: string | null;
  completedAt: string | null;
}

export interface RelatedJobs {
  /** The job it was started again from; null also when that one is gone. */
  againOf: RelatedJob | null;
  /** Jobs that were started again from it, newest first; at most 10. */
  again: RelatedJob[];
  /** Occurrences of its schedule around it, itself included, oldest first: at most 15 before it and 5 after it. */
  occurrences: RelatedJob[];
}

const MOST_AGAIN = 10;
const MOST_EARLIER = 15;
const MOST_LATER = 5;

type Row = Omit<RelatedJob, 'runAt' | 'startedAt' | 'completedAt'> & {
  relation: 'again_of' | 'again' | 'occurrence';
  runAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
};

/** The jobs that belong to a job: what it was started again from, what was started again from it, the occurrences around it. */
export async function listRelatedJobs(id: string): Promise<RelatedJobs> {
  const { rows } = await pool().query<Row>(RELATED, [id, MOST_AGAIN, MOST_EARLIER + 1, MOST_LATER]);
  const of = (relation: Row['relation']) => rows.filter((row) => row.relation === relation).map(toRelated);
  return {
    againOf: of('again_of')[0] ?? null,
    again: of('again').reverse(),
    occurrences: of('occurrence'),
  };
}

const toRelated = ({ relation: _, ...row }: Row): RelatedJob => ({
  ...row,
  runAt: row.runAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  completedAt: row.completedAt?.toISOString() ?? null,
});

const COLUMNS = (relation: string) => `
  '${relation}' AS relation, r.id, r.name, r.status, r.reason, r.run_at AS "runAt", r.started_at AS "startedAt",
  r.completed_at AS "completedAt"`;

// As newestSql has it: the schedule stands in the comparison and in the order.
const RELATED = `
  WITH own AS (SELECT id, schedule_id, again_of_id FROM job WHERE id = $1)
  SELECT * FROM (
    SELECT ${COLUMNS('again_of')} FROM own JOIN job r ON r.id = own.again_of_id
    UNION ALL (SELECT ${COLUMNS('again')} FROM job r WHERE r.again_of_id = $1 ORDER BY r.id DESC LIMIT $2)
    UNION ALL SELECT r.* FROM own CROSS JOIN LATERAL (
      SELECT ${COLUMNS('occurrence')} FROM job r WHERE r.schedule_id IS NOT NULL AND (r.schedule_id, r.id) <= (own.schedule_id, own.id)
         AND (r.schedule_id, r.id) >= (own.schedule_id, '${FIRST_ID}'::uuid)
       ORDER BY r.schedule_id DESC, r.id DESC LIMIT $3) r
    UNION ALL SELECT r.* FROM own CROSS JOIN LATERAL (
      SELECT ${COLUMNS('occurrence')} FROM job r WHERE r.schedule_id IS NOT NULL AND (r.schedule_id, r.id) > (own.schedule_id, own.id)
         AND (r.schedule_id, r.id) <= (own.schedule_id, '${LAST_ID}'::uuid)
       ORDER BY r.schedule_id, r.id LIMIT $4) r
  ) related ORDER BY id`;

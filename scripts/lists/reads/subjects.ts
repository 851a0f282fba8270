import type { Actor } from '@/lib/auth/actor';
import { permissionsOf } from '@/lib/auth/permissions';
import type { JobStatus } from '@/lib/db/generated/enums';
import { poolSql } from '@/lib/jobs/store/sql';

/** Who and what the reads are about, found in the crowd. */
export interface Subjects {
  actor: Actor;
  /** One of each status. */
  jobs: Record<JobStatus, string>;
  /** A job in the middle of the list, and its values in each of its orders, in milliseconds. */
  place: { id: string; started: number; completed: number; duration: number; wait: number };
  withLog: string;
  againOf: string;
  schedule: string;
  /** The cursor of the second page of schedules. */
  moreSchedules: string;
  worker: string;
  fingerprint: string;
  object: string;
  source: string;
  file: string;
  bulk: string;
}

export async function findSubjects(): Promise<Subjects> {
  const one = async <Value>(text: string): Promise<Value> => {
    const [row] = await poolSql<{ value: Value }>(text, []);
    if (!row) throw new Error(`Nothing in the crowd for: ${text}`);
    return row.value;
  };
  const job = (status: JobStatus) =>
    one<string>(`SELECT id AS value FROM job WHERE status = '${status}' ORDER BY id DESC OFFSET 20 LIMIT 1`);
  return {
    actor: { userId: 'user-1', name: 'User 1', permissions: permissionsOf('administrator') },
    jobs: {
      pending: await job('pending'),
      scheduled: await job('scheduled'),
      running: await job('running'),
      completed: await job('completed'),
      failed: await job('failed'),
      errored: await job('errored'),
      cancelled: await job('cancelled'),
    },
    place: await one(
      `SELECT json_build_object('id', id, 'started', round(extract(epoch FROM started_at) * 1000),
         'completed', round(extract(epoch FROM completed_at) * 1000),
         'duration', round(extract(epoch FROM completed_at - started_at) * 1000),
         'wait', round(extract(epoch FROM started_at - run_at) * 1000)) AS value
         FROM job WHERE status = 'completed' AND created_at < now() - interval '45 days' ORDER BY id DESC LIMIT 1`,
    ),
    withLog: await one('SELECT job_id AS value FROM job_log_entry ORDER BY job_id DESC OFFSET 200 LIMIT 1'),
    againOf: await one('SELECT again_of_id AS value FROM job WHERE again_of_id IS NOT NULL LIMIT 1'),
    schedule: await one(
      'SELECT id AS value FROM schedule WHERE ended_at IS NULL ORDER BY id OFFSET 7 LIMIT 1',
    ),
    moreSchedules: await one(
      'SELECT id || name AS value FROM schedule WHERE ended_at IS NULL ORDER BY name, id OFFSET 49 LIMIT 1',
    ),
    worker: await one('SELECT id AS value FROM worker_process ORDER BY id OFFSET 9 LIMIT 1'),
    fingerprint: await one(
      'SELECT fingerprint AS value FROM failure_group ORDER BY count, fingerprint LIMIT 1',
    ),
    object: await one(
      "SELECT object_id AS value FROM job WHERE object_type = 'shop.site' ORDER BY id DESC LIMIT 1",
    ),
    source: await one('SELECT id AS value FROM data_source ORDER BY name LIMIT 1'),
    file: await one(
      'SELECT f.id AS value FROM data_file f JOIN data_source s ON s.id = f.source_id ORDER BY s.name LIMIT 1',
    ),
    bulk: await one('SELECT operation_id AS value FROM bulk_outcome LIMIT 1'),
  };
}

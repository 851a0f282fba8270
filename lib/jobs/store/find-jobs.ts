import type { ObjectRef } from '../object-ref';
import { type Job, jobColumns } from './job-row';
import { poolSql } from './sql';

const MOST = 1000;

/** The jobs of a runner, newest first; of one object where it is given. */
export function findJobs(runner: string, instance?: ObjectRef): Promise<Job[]> {
  const about = instance ? 'AND j.object_type = $2 AND j.object_id = $3' : '';
  return poolSql<Job>(
    `SELECT ${jobColumns('j')} FROM job j WHERE j.runner = $1 ${about} ORDER BY j.id DESC LIMIT ${MOST}`,
    instance ? [runner, instance.type, instance.id] : [runner],
  );
}

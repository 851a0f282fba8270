import type { ObjectRef } from '../object-ref';
import { type Job, jobColumns } from './job-row';
import { poolSql } from './sql';

const MOST = 1000;

/** The jobs of a runner, newest first; of one object where it is given. */
export function findJobs(runner: string, instance?: ObjectRef): Promise<Job[]> {
  const about = instance ? 'AND object_type = $2 AND object_id = $3' : '';
  // What runs is in an index of its own.
  const newest = (status: string) =>
    `(SELECT * FROM job WHERE runner = $1 ${about} AND status ${status} 'running' ORDER BY id DESC LIMIT ${MOST})`;
  return poolSql<Job>(
    `SELECT ${jobColumns('j')} FROM (${newest('<>')} UNION ALL ${newest('=')}) j ORDER BY j.id DESC LIMIT ${MOST}`,
    instance ? [runner, instance.type, instance.id] : [runner],
  );
}

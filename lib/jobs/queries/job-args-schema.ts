import { YardmasterError } from '@/lib/errors';
import { type ArgsSchema, describeArgs } from '@/lib/runners/args-schema';
import { registry } from '../registry';
import { poolSql } from '../store/sql';

/**
 * What a form of a job's arguments is made from: the schema of its runner as it is now.
 * @throws YardmasterError `not_found`; `conflict` when no plugin here provides the runner
 */
export async function describeJobArgs(id: string): Promise<ArgsSchema> {
  const [job] = await poolSql<{ runner: string }>('SELECT runner FROM job WHERE id = $1', [id]);
  if (!job) throw new YardmasterError('not_found', 'This job does not exist any more.');
  const entry = (await registry()).find(job.runner);
  if (!entry)
    throw new YardmasterError('conflict', `No plugin here provides the runner ${job.runner} any more.`);
  return describeArgs(entry.runner.args);
}

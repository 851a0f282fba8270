import type { Tx } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { registry } from '../registry';
import type { JobRunnerClass } from '../runner';
import { insertJobs } from '../store/insert-jobs';
import type { Job } from '../store/job-row';
import { poolSql, txSql } from '../store/sql';
import { newJob } from './new-job';
import { checkRequest, type EnqueueOptions } from './options';

/** See `JobRunner.enqueueMany`. */
export async function enqueueMany(
  runner: JobRunnerClass,
  jobs: readonly EnqueueOptions<unknown>[],
  { tx }: { tx?: Tx },
): Promise<Job[]> {
  const known = await registry();
  const requests = jobs.map((job) => checkRequest(known, runner, job));
  if (requests.some(({ rhythm }) => rhythm) || jobs.some(({ immediate }) => immediate)) {
    throw new YardmasterError(
      'invalid_input',
      'enqueueMany makes plain jobs: expected no interval, cron or immediate.',
    );
  }
  return insertJobs(tx ? txSql(tx) : poolSql, requests.map(newJob));
}

import { Batcher } from '../batcher';
import { runImmediately } from '../execute/run-immediately';
import type { JobRunnerClass } from '../runner';
import { createSchedule } from '../schedule/create-schedule';
import { insertJobs } from '../store/insert-jobs';
import type { Job } from '../store/job-row';
import { inTransaction, poolSql, type Sql, txSql } from '../store/sql';
import type { NewJob } from '../store/stored-job';
import { newJob } from './new-job';
import { type EnqueueOptions, parseRequest, type Request } from './options';

// Calls made at the same time share one statement, one commit and one NOTIFY.
const inserts = new Batcher<NewJob, Job>((jobs) => insertJobs(poolSql, jobs), { lanes: 2 });

/** See `JobRunner.enqueue`. */
export async function enqueueOne(runner: JobRunnerClass, options: EnqueueOptions<unknown>): Promise<Job> {
  const request = await parseRequest(runner, options);
  if (options.immediate) return runImmediately(request, options.tx);
  return enqueueRequest(request, options.tx ? txSql(options.tx) : undefined);
}

/** Stores a checked request: one job, or a schedule and its first occurrence. */
export async function enqueueRequest(request: Request, sql?: Sql): Promise<Job> {
  if (request.rhythm) {
    return sql ? createSchedule(sql, request) : inTransaction((own) => createSchedule(own, request));
  }
  if (!sql) return inserts.add(newJob(request));
  const [job] = await insertJobs(sql, [newJob(request)]);
  return job as Job;
}

import os from 'node:os';
import type { Tx } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { flushCounts } from '@/lib/statistics/count-ends';
import { version } from '@/lib/version';
import { newJob } from '../enqueue/new-job';
import type { Request } from '../enqueue/options';
import { emitStart } from '../events/emit';
import { registry } from '../registry';
import { insertJobs } from '../store/insert-jobs';
import { type Job, jobColumns } from '../store/job-row';
import { poolSql } from '../store/sql';
import { endWorker, heartbeat, jobsToStop, registerWorker } from '../store/worker-rows';
import { type Attempt, begin } from './execute';
import { Reporter } from './reporter';
import { settle } from './settle';

const HEARTBEAT_MS = 1_000;

/**
 * Runs a job in this process, now, and waits for its end. The process is its worker meanwhile, with a heartbeat, so
 * that the job is not left running for ever should the process die.
 */
export async function runImmediately(request: Request, tx: Tx | undefined): Promise<Job> {
  if (tx)
    throw new YardmasterError(
      'invalid_input',
      'immediate and tx exclude each other: a job cannot run before its transaction commits.',
    );
  const host = { registry: await registry(), reporter: new Reporter() };
  const workerId = newId();
  await registerWorker({
    id: workerId,
    host: os.hostname(),
    pid: process.pid,
    version,
    backend: 'in-process',
    queues: [],
    runners: [request.entry.key],
    plugins: host.registry.pluginVersions,
    slots: 1,
  });
  try {
    const [job] = await insertJobs(poolSql, [{ ...newJob(request), workerId }]);
    if (!job) throw new Error('The job was not stored');
    const attempt = begin(job, host);
    emitStart(job);
    const beat = setInterval(() => void watch(workerId, attempt).catch(() => undefined), HEARTBEAT_MS);
    const outcome = await attempt.outcome;
    clearInterval(beat);
    await settle(job, workerId, outcome, host);
    const [ended] = await poolSql<Job>(`SELECT ${jobColumns('j')} FROM job j WHERE j.id = $1`, [job.id]);
    return ended ?? job;
  } finally {
    // A script may end right after this.
    await flushCounts();
    await endWorker(workerId);
  }
}

async function watch(workerId: string, attempt: Attempt): Promise<void> {
  await heartbeat(workerId, null);
  const { id: jobId, attemptNo } = attempt.job;
  for (const { cancelled } of await jobsToStop(workerId, [{ jobId, attemptNo }])) {
    attempt.abort(cancelled ? 'cancelled' : 'disowned');
  }
}

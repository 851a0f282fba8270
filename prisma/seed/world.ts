import { db, type Tx } from '@/lib/db/client';
import { addDataSources } from './data-sources';
import { addEndedJobs } from './ended-jobs';
import { addHistory } from './history';
import { insertStatistics } from './insert-statistics';
import { addJobStates } from './job-states';
import { emptyWorld, type World } from './rows';
import { addRunningJobs } from './running-jobs';
import { addSchedules, armSchedules } from './schedules';
import { addStatistics } from './statistics';
import { addWaitingJobs } from './waiting-jobs';
import { addQueues, addWorkers } from './workers';

/** A yard in which every state that an operator can meet is met at least once. The same `now` gives the same rows. */
export function buildWorld(now: Date): World {
  const world = emptyWorld(now);
  const workers = addWorkers(world);
  addQueues(world);
  const schedules = addSchedules(world);
  addRunningJobs(world, workers);
  addWaitingJobs(world, workers);
  addEndedJobs(world, workers);
  addJobStates(world, workers, schedules);
  addDataSources(world, workers);
  addHistory(world, schedules);
  armSchedules(world);
  addStatistics(world);
  return world;
}

/**
 * Stores the world, all of it or nothing; with `replace` in place of what `clearWorld` deletes. A worker that runs
 * meanwhile waits with what it has to store.
 */
export async function insertWorld(world: World, { replace = false } = {}): Promise<void> {
  await db().$transaction(
    async (tx) => {
      if (replace) await clearWorld(tx);
      await tx.workerProcess.createMany({ data: world.workers });
      await tx.queueControl.createMany({ data: world.queues });
      await tx.dataSource.createMany({ data: world.sources });
      await tx.dataFile.createMany({ data: world.files });
      await tx.schedule.createMany({ data: world.schedules });
      await tx.job.createMany({ data: world.jobs });
      await tx.jobAttempt.createMany({ data: world.attempts });
      await tx.jobLogEntry.createMany({ data: world.logs });
      await insertStatistics(tx, world);
      // Building and storing takes a while: nobody is to find the workers silent at once.
      await beatHearts(tx);
    },
    { timeout: 60_000 },
  );
}

/** Deletes every job, schedule, worker, queue setting and data source. Users and settings are left alone. */
export async function clearWorld(tx: Tx = db()): Promise<void> {
  await tx.$executeRawUnsafe(
    `TRUNCATE notification, job_log_entry, job_attempt, job, schedule, worker_process, queue_control, data_file, data_source,
       job_statistic, job_statistic_hour, queue_depth, failure_group`,
  );
}

/** Beats the hearts of the seeded workers, except the silent one's, so that a console keeps them alive. */
export async function beatHearts(tx: Tx = db()): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE worker_process SET heartbeat_at = now() WHERE ended_at IS NULL AND host <> 'worker-4'`,
  );
}

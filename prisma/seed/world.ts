import { config } from '@/lib/config';
import { db, type Tx } from '@/lib/db/client';
import { addAudit, STRANGER } from './audit';
import { addBulkOperation } from './bulk-operation';
import { addDataSources } from './data-sources';
import { addEndedJobs } from './ended-jobs';
import { addHistory } from './history';
import { insertStatistics } from './insert-statistics';
import { addJobStates } from './job-states';
import { emptyWorld, type World } from './rows';
import { addRunningJobs } from './running-jobs';
import { insertViews } from './saved-views';
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
  const operation = addBulkOperation(world);
  addAudit(world, { workers, schedules, operation });
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
      const backend = config().redisUrl ? 'redis' : 'postgres';
      await tx.workerProcess.createMany({ data: world.workers.map((worker) => ({ ...worker, backend })) });
      await tx.queueControl.createMany({ data: world.queues });
      await tx.dataSource.createMany({ data: world.sources });
      await tx.dataFile.createMany({ data: world.files });
      await tx.schedule.createMany({ data: world.schedules });
      await tx.job.createMany({ data: world.jobs });
      await tx.jobAttempt.createMany({ data: world.attempts });
      await tx.jobLogEntry.createMany({ data: world.logs });
      await tx.bulkOperation.createMany({ data: world.bulk });
      await tx.bulkOutcome.createMany({ data: world.outcomes });
      await tx.auditEvent.createMany({ data: world.audit });
      await insertViews(tx);
      await insertStatistics(tx, world);
      // Building and storing takes a while: nobody is to find the workers silent at once.
      await beatHearts(tx);
    },
    { timeout: 60_000 },
  );
}

/** Deletes every job, schedule, worker, queue setting and data source, with what was done to them. Users and settings are left alone. */
export async function clearWorld(tx: Tx = db()): Promise<void> {
  await tx.$executeRawUnsafe(
    `TRUNCATE notification, job_log_entry, job_attempt, job, schedule, worker_process, queue_control, data_file, data_source,
       job_statistic, job_statistic_hour, queue_depth, failure_group, bulk_operation, bulk_outcome`,
  );
  await tx.$executeRawUnsafe(
    `DELETE FROM audit_event WHERE target_id = '${STRANGER}'
       OR target_type IN ('job', 'schedule', 'queue', 'worker', 'bulk', 'data_sources.data_source')`,
  );
}

/**
 * Beats the hearts of the seeded workers, so that a console keeps them alive: the silent one's just too late, so that it is
 * silent and not yet given up for lost.
 */
export async function beatHearts(tx: Tx = db()): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE worker_process SET heartbeat_at = clock_timestamp() - CASE host WHEN 'worker-4' THEN interval '11 seconds' ELSE interval '0' END
      WHERE ended_at IS NULL`,
  );
}

import { JobInterval, JobRunner, systemJob } from '@/lib/jobs';
import { config, db } from '@/lib/plugins';
import { removeExpiredSessions } from '../removals/expired-sessions';
import { removeOldBulkOperations } from '../removals/old-bulk-operations';
import { removeOldJobs } from '../removals/old-jobs';
import { removeOldWorkers } from '../removals/old-workers';
import type { Pace } from '../removals/pace';
import { removeReadNotifications } from '../removals/read-notifications';

/** How many of each were removed. */
interface Removed {
  jobs: number;
  notifications: number;
  bulkOperations: number;
  sessions: number;
  workers: number;
}

/** Removes what is over. What it has removed stays removed, so one that is stopped has lost nothing. */
@systemJob({ interval: JobInterval.HOURLY })
export class HousekeepingJob extends JobRunner {
  static override meta = {
    name: 'Housekeeping',
    description:
      'Removes finished jobs with their logs, read notifications and bulk operations, once they are older than JOB_RETENTION_DAYS; ' +
      'expired sessions; workers that ended more than 30 days ago.',
    queue: 'low',
    timeout: 3600,
    notifications: 'never' as const,
  };

  async run(): Promise<Removed> {
    const { jobRetentionDays, jobRetentionPerSchedule: perSchedule } = config();
    const endedBefore = await daysAgo(jobRetentionDays);
    const removed = { jobs: 0, notifications: 0, bulkOperations: 0, sessions: 0, workers: 0 };
    if (jobRetentionDays === 0) this.logger.info('Finished jobs are kept for ever: JOB_RETENTION_DAYS is 0');
    else {
      removed.jobs = await this.#remove(0, 'finished jobs', (pace) =>
        removeOldJobs({ endedBefore, perSchedule }, pace),
      );
      removed.notifications = await this.#remove(1, 'read notifications', (pace) =>
        removeReadNotifications(endedBefore, pace),
      );
      removed.bulkOperations = await this.#remove(1, 'bulk operations', (pace) =>
        removeOldBulkOperations(endedBefore, pace),
      );
    }
    removed.sessions = await this.#remove(2, 'expired sessions', removeExpiredSessions);
    removed.workers = await this.#remove(3, 'ended workers', removeOldWorkers);
    await this.progress(4, 4);
    return removed;
  }

  async #remove(step: number, what: string, remove: (pace: Pace) => Promise<number>): Promise<number> {
    let soFar = 0;
    const between = async (count: number): Promise<void> => {
      soFar += count;
      await this.progress(step, 4, `${what}: ${soFar} removed`);
      this.signal.throwIfAborted();
    };
    try {
      return await remove(between);
    } finally {
      this.logger.info('Removed %d %s', soFar, what);
    }
  }
}

/** A time by Postgres's clock, which all the times in its rows are by. */
async function daysAgo(days: number): Promise<Date> {
  const [row] = await db().$queryRawUnsafe<{ at: Date }[]>(
    "SELECT now() - $1::int * interval '1 day' AS at",
    days,
  );
  if (!row) throw new Error('Postgres did not tell the time');
  return row.at;
}

import { JobInterval, JobRunner, systemJob } from '@/lib/jobs';
import { config } from '@/lib/plugins';
import { removeOldStatistics } from '../removals/old-statistics';
import { addUpHours } from '../statistics/add-up-hours';

/** Keeps the statistics small: adds minutes up to hours, and removes what is older than pages look. */
@systemJob({ interval: JobInterval.HOURLY })
export class StatisticsJob extends JobRunner {
  static override meta = {
    name: 'Statistics',
    description:
      'Adds the minutes of every past hour up, removes minutes after 7 days, and hours, depths and groups of failures ' +
      'after STATISTICS_RETENTION_DAYS.',
    queue: 'low',
    timeout: 600,
    notifications: 'never' as const,
  };

  async run(): Promise<{ hours: number; removed: number }> {
    const hours = await addUpHours();
    this.logger.info('Added up %d rows of hours', hours);
    const removed = await removeOldStatistics(config().statisticsRetentionDays, async () => {
      this.signal.throwIfAborted();
    });
    this.logger.info('Removed %d old rows', removed);
    return { hours, removed };
  }
}

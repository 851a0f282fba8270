import { PluginConfig } from '@/lib/plugins';
import { BulkOperationJob } from './jobs/bulk-operation';
import { HousekeepingJob } from './jobs/housekeeping';
import { StatisticsJob } from './jobs/statistics';

/** What every installation needs of its own jobs. */
export default class CorePlugin extends PluginConfig {
  override name = 'core';
  override verboseName = 'Core';
  override version = '1.0.0';
  override jobs = [HousekeepingJob, BulkOperationJob, StatisticsJob];
}

import { objectRef } from '@/lib/jobs';
import { type Command, command, recordAudit } from '@/lib/plugins';
import { SyncDataSourceJob } from '../jobs/sync-data-source';
import { DATA_SOURCE } from '../object-type';
import { dataSourceId } from '../schema';
import { announced } from './announced';
import { auditable, lockForChange } from './lock-for-change';

/** Deletes a data source with its files and ends its schedule. A sync that runs ends without storing anything. */
export const deleteDataSource: Command<void> = announced(
  command({
    permission: 'data_sources.write',
    input: dataSourceId,
    async run({ actor, input: { id }, tx }) {
      const before = await lockForChange(tx, id);
      await SyncDataSourceJob.unschedule({ instance: objectRef(DATA_SOURCE, id), tx });
      await tx.dataSource.delete({ where: { id }, select: { id: true } });
      await recordAudit(tx, actor, {
        action: 'data_source.delete',
        targetType: DATA_SOURCE,
        targetId: id,
        before: auditable(before),
      });
    },
  }),
);

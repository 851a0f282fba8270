import { objectRef } from '@/lib/jobs';
import { type Command, command, recordAudit, YardmasterError } from '@/lib/plugins';
import { SyncDataSourceJob } from '../jobs/sync-data-source';
import { DATA_SOURCE } from '../object-type';
import { dataSourceId } from '../schema';
import { announced } from './announced';

/** Syncs a data source now, whatever its interval. Returns the job's id. */
export const syncDataSource: Command<{ jobId: string }> = announced(
  command({
    permission: 'data_sources.sync',
    input: dataSourceId,
    async run({ actor, input: { id }, tx }) {
      const source = await tx.dataSource.findUnique({ where: { id }, select: { name: true, enabled: true } });
      if (!source) throw new YardmasterError('not_found', `There is no data source ${id}.`);
      if (!source.enabled) {
        throw new YardmasterError('conflict', `${source.name} is disabled. Enable it to sync it.`);
      }
      const job = await SyncDataSourceJob.enqueue({
        instance: objectRef(DATA_SOURCE, id),
        user: actor.userId,
        tx,
      });
      await recordAudit(tx, actor, {
        action: 'data_source.sync',
        targetType: DATA_SOURCE,
        targetId: id,
        after: { jobId: job.id },
      });
      return { jobId: job.id };
    },
  }),
);

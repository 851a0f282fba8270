import { db, type ObjectType, PluginConfig } from '@/lib/plugins';
import { SyncDataSourceJob } from './jobs/sync-data-source';
import { DATA_SOURCE } from './object-type';

const dataSource: ObjectType = {
  type: DATA_SOURCE,
  label: 'Data source',
  find: (id) =>
    db().dataSource.findUnique({
      where: { id },
      select: {
        id: true,
        name: true,
        type: true,
        url: true,
        enabled: true,
        description: true,
        lastSyncedAt: true,
      },
    }),
  url: (id) => `/data-sources/${id}`,
};

/** Places that files are read from, in the background and again and again: folders, git repositories, downloads. */
export default class DataSourcesPlugin extends PluginConfig {
  override name = 'data_sources';
  override verboseName = 'Data sources';
  override version = '1.0.0';
  override jobs = [SyncDataSourceJob];
  override objectTypes = [dataSource];
}

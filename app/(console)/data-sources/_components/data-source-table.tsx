import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { RelativeTime } from '@/components/time/relative-time';
import type { DataSourceSummary } from '@/plugins/data-sources/queries';
import { DataSourceStatus } from './data-source-status';
import { intervalWords } from './sync-interval';
import { SyncNowIcon } from './sync-now';

const columns: readonly Column<DataSourceSummary>[] = [
  { key: 'name', header: 'Data source', width: '20%', render: ({ name }) => name },
  {
    key: 'status',
    header: 'Status',
    width: '126px',
    leaveOut: 'phone',
    render: (source) => <DataSourceStatus source={source} />,
  },
  { key: 'type', header: 'Type', width: '130px', leaveOut: 'wide', render: ({ typeLabel }) => typeLabel },
  {
    key: 'url',
    header: 'Address',
    leaveOut: 'tablet',
    render: ({ url }) => (
      <code className="dim" title={url}>
        {url}
      </code>
    ),
  },
  {
    key: 'interval',
    header: 'Synced',
    width: '130px',
    leaveOut: 'desktop',
    render: ({ enabled, syncIntervalMinutes }) => (enabled ? intervalWords(syncIntervalMinutes) : 'Disabled'),
  },
  {
    key: 'last',
    header: 'Last synced',
    width: '110px',
    leaveOut: 'phone',
    render: ({ lastSyncedAt }) => <RelativeTime at={lastSyncedAt} empty="never" />,
  },
  {
    key: 'next',
    header: 'Next sync',
    width: '100px',
    leaveOut: 'tablet',
    render: ({ nextSyncAt }) => <RelativeTime at={nextSyncAt} />,
  },
  {
    key: 'actions',
    header: '',
    width: '56px',
    narrow: '48px',
    align: 'right',
    render: (source) => <SyncNowIcon source={source} />,
  },
];

export function DataSourceTable({ sources }: { sources: readonly DataSourceSummary[] }) {
  return (
    <DataTable
      label="Data sources"
      columns={columns}
      rows={sources}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/data-sources/${id}`}
      phoneLine={(source) => <DataSourceStatus source={source} />}
    />
  );
}

import { ActionIcon, Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useAction } from '@/components/action/use-action';
import { useCan } from '@/components/layout/actor-context';
import type { DataSourceSummary } from '@/plugins/data-sources/queries';
import { syncDataSourceAction } from '../actions';

type Source = Pick<DataSourceSummary, 'id' | 'name' | 'enabled'>;

function useSyncNow({ id, name, enabled }: Source) {
  const { run, busy } = useAction(syncDataSourceAction, {
    done: ({ jobId }) => ({
      title: `${name} is to be synced`,
      href: `/jobs/${jobId}`,
      linkLabel: 'Follow the job',
    }),
    failed: `Could not sync ${name}`,
  });
  const offered = useCan('data_sources.sync') && enabled;
  return { offered, busy, press: () => void run({ id }) };
}

/** The primary action of a data source's page. */
export function SyncNow({ source }: { source: Source }) {
  const { offered, busy, press } = useSyncNow(source);
  if (!offered) return null;
  return (
    <Button leftSection={<IconRefresh size={14} aria-hidden />} loading={busy} onClick={press}>
      Sync now
    </Button>
  );
}

/** The same at the end of a row. */
export function SyncNowIcon({ source }: { source: Source }) {
  const { offered, busy, press } = useSyncNow(source);
  if (!offered) return null;
  return (
    <ActionIcon loading={busy} onClick={press} aria-label={`Sync ${source.name} now`} title="Sync now">
      <IconRefresh size={15} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}

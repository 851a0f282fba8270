import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useCan } from '@/components/layout/actor-context';
import { LinkButton } from '@/components/ui/link-button';
import type { DataSourceDetail } from '@/plugins/data-sources/queries';
import { SyncNow } from '../../_components/sync-now';
import { deleteDataSourceAction } from '../../actions';

/** Delete, edit, and Sync now as the page's primary action. */
export function DataSourceActions({ source }: { source: DataSourceDetail }) {
  const mayWrite = useCan('data_sources.write');
  return (
    <>
      {mayWrite ? <DeleteDataSource source={source} /> : null}
      {mayWrite ? <LinkButton href={`/data-sources/${source.id}/edit`}>Edit</LinkButton> : null}
      <SyncNow source={source} />
    </>
  );
}

function DeleteDataSource({ source }: { source: DataSourceDetail }) {
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  const { run } = useAction(deleteDataSourceAction, {
    done: () => ({ title: 'Deleted', text: `${source.name} and its files are gone.` }),
    failed: `Could not delete ${source.name}`,
    onDone: () => router.push('/data-sources'),
  });
  return (
    <>
      <ActionIcon
        aria-label="Delete the data source"
        title="Delete"
        size={30}
        onClick={() => setOpened(true)}
      >
        <IconTrash size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Delete ${source.name}?`}
        verb="Delete for good"
        dangerous
        onConfirm={() => run({ id: source.id })}
      >
        Its {source.files.toLocaleString('en-GB')} stored {source.files === 1 ? 'file is' : 'files are'}{' '}
        removed and can’t be brought back; its schedule ends. The place they came from is not touched, and its
        jobs stay.
      </ConfirmDialog>
    </>
  );
}

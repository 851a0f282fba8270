import { Button } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { useActor } from '@/components/layout/actor-context';
import { saveViewAction } from '../actions';
import { contentOf } from './view-content';
import type { ListState } from './view-tabs';

const ViewForm = dynamic(() => import('./view-form'), { ssr: false });

/** Keeps the filter, order and columns on screen under a name. */
export function SaveView({ state }: { state: ListState }) {
  const [opened, setOpened] = useState(false);
  const { run } = useAction(saveViewAction, {
    done: () => ({ title: 'View saved', text: 'It stands above the list.' }),
    failed: 'The view was not saved',
  });
  if (useActor().readOnly) return null;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconBookmarkPlus size={14} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        Save as a view
      </Button>
      {opened ? (
        <ViewForm
          title="Save this view"
          verb="Save"
          onClose={() => setOpened(false)}
          onSubmit={(view) => run({ ...view, ...contentOf(state) })}
        />
      ) : null}
    </>
  );
}

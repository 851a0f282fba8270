import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useActor } from '@/components/layout/actor-context';
import { Dropdown } from '@/components/ui/dropdown';
import type { SavedView } from '@/lib/views/queries';
import { changeViewAction, deleteViewAction, saveViewAction } from '../actions';
import classes from './dropdown-list.module.css';
import { contentOf } from './view-content';

const ViewForm = dynamic(() => import('./view-form'), { ssr: false });

/** What can be done with the view on screen. */
export function ViewMenu({ view }: { view: SavedView }) {
  const { id, name, shared } = view;
  const content = { ...contentOf(view), name, shared };
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null);
  const change = useAction(changeViewAction, {
    done: () => ({
      title: 'View changed',
      undo: {
        action: () => changeViewAction({ id, name, shared }),
        undone: `The view is ${name} again, ${shared ? 'shared' : 'kept to yourself'}`,
      },
    }),
    failed: 'The view was not changed',
  });
  const remove = useAction(deleteViewAction, {
    done: () => ({
      title: 'View deleted',
      text: name,
      // Saved anew it would be one's own: what somebody else shared can't be given back to them.
      ...(view.own
        ? { undo: { action: () => saveViewAction(content), undone: `${name} is there again` } }
        : {}),
    }),
    failed: 'The view was not deleted',
  });
  if (useActor().readOnly) return null;
  const choices: [label: string, choose: () => void][] = [
    ['Rename…', () => setAsked('rename')],
    [shared ? 'Keep to myself' : 'Share with everybody', () => void change.run({ id, shared: !shared })],
    ['Delete…', () => setAsked('delete')],
  ];
  return (
    <>
      <Dropdown
        opened={opened}
        onChange={setOpened}
        label={`The view ${name}`}
        button={
          <ActionIcon
            aria-label={`What to do with the view ${name}`}
            onClick={() => setOpened(!opened)}
            aria-expanded={opened}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        }
      >
        {choices.map(([label, choose]) => (
          <button
            key={label}
            type="button"
            className={classes.item}
            onClick={() => {
              setOpened(false);
              choose();
            }}
          >
            {label}
          </button>
        ))}
      </Dropdown>
      {asked === 'rename' ? (
        <ViewForm
          title="Change this view"
          verb="Save"
          initial={{ name, shared }}
          onClose={() => setAsked(null)}
          onSubmit={(next) => change.run({ id, ...next })}
        />
      ) : null}
      <ConfirmDialog
        opened={asked === 'delete'}
        onClose={() => setAsked(null)}
        title={`Delete the view ${name}?`}
        verb="Delete the view"
        dangerous
        onConfirm={() => remove.run({ id })}
      >
        The jobs in it stay as they are.{shared ? ' It goes for everybody it is shared with.' : ''}
      </ConfirmDialog>
    </>
  );
}

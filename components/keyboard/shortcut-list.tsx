'use client';

import { Modal } from '@mantine/core';
import { useId } from 'react';
import { useOpened } from '@/components/action/use-opened';
import { KeyHint } from './key-hint';
import classes from './keyboard.module.css';
import type { Shortcut, ShortcutGroup } from './shortcuts';
import { useShortcuts } from './use-shortcut';

const groups: readonly ShortcutGroup[] = ['This page', 'This list', 'Everywhere', 'Go to'];

/** Every key that does something on the page underneath. */
export default function ShortcutList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const all = useShortcuts();
  return (
    <Modal
      opened={useOpened(opened)}
      onClose={onClose}
      size="lg"
      title="Keyboard shortcuts"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.groups}>
        {groups.map((name) => (
          <Group key={name} name={name} shortcuts={all.filter(({ group }) => group === name)} />
        ))}
      </div>
    </Modal>
  );
}

function Group({ name, shortcuts }: { name: ShortcutGroup; shortcuts: readonly Shortcut[] }) {
  const id = useId();
  if (shortcuts.length === 0) return null;
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <dl>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className={classes.line}>
            <dt>{label}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

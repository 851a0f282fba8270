'use client';

import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useId } from 'react';
import { useActor } from './actor-context';
import { SchemeChoice } from './scheme-choice';
import classes from './shell.module.css';
import menu from './user-menu.module.css';

/** Who is signed in; how the console looks; the way out. A popover of the browser's own: Esc and a press elsewhere close it. */
export function UserMenu({ onSignOut }: { onSignOut: () => void }) {
  const { name } = useActor();
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={classes.foot}
        popoverTarget={id}
        aria-label={`Menu of ${name}`}
        title={name}
      >
        <IconUserCircle size={18} stroke={1.6} aria-hidden />
        <span className={classes.label}>{name}</span>
      </button>
      <div id={id} popover="auto" className={menu.menu}>
        <SchemeChoice name={`${id}-scheme`} />
        <button type="button" className={menu.item} onClick={onSignOut}>
          <IconLogout size={15} stroke={1.7} aria-hidden /> Sign out
        </button>
      </div>
    </>
  );
}

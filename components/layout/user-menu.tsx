'use client';

import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { type FormEvent, useId } from 'react';
import { useActor } from './actor-context';
import { SchemeChoice } from './scheme-choice';
import classes from './shell.module.css';
import menu from './user-menu.module.css';

export interface WayOut {
  /** Sent by the browser itself while the page has not come alive: whoever wants to leave must not wait for that. */
  signOut: () => Promise<unknown>;
  onSignOut: () => void;
}

/** Who is signed in; how the console looks; the way out. A popover of the browser's own: Esc and a press elsewhere close it. */
export function UserMenu({ signOut, onSignOut }: WayOut) {
  const { name } = useActor();
  const id = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSignOut();
  };
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
        <form action={signOut as () => Promise<void>} onSubmit={onSubmit}>
          <button type="submit" className={menu.item}>
            <IconLogout size={15} stroke={1.7} aria-hidden /> Sign out
          </button>
        </form>
      </div>
    </>
  );
}

'use client';

import { Burger, Drawer } from '@mantine/core';
import { useState } from 'react';
import { Brand } from './brand';
import { LiveState } from './live-state';
import { NavLinks } from './nav-links';
import classes from './shell.module.css';
import { UserMenu } from './user-menu';

/** The top of the console on a phone: the navigation behind a burger. */
export function PhoneBar({ onSignOut }: { onSignOut: () => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.bar}>
      <Burger
        opened={opened}
        onClick={() => setOpened(!opened)}
        size={18}
        lineSize={2}
        aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
      />
      <Brand />
      <LiveState />
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        size={260}
        padding="sm"
        title={<Brand />}
        closeButtonProps={{ 'aria-label': 'Close the navigation' }}
      >
        <nav className={classes.drawer} aria-label="Main">
          <NavLinks onFollow={() => setOpened(false)} />
          <UserMenu onSignOut={onSignOut} />
        </nav>
      </Drawer>
    </div>
  );
}

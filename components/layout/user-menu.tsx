'use client';

import { Menu } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useActor } from './actor-context';
import { SchemeItems } from './scheme-menu';
import classes from './shell.module.css';

/** Who is signed in; how the console looks; the way out. */
export function UserMenu({ onSignOut }: { onSignOut: () => void }) {
  const { name } = useActor();
  return (
    <Menu position="top-start" width={200}>
      <Menu.Target>
        <button type="button" className={classes.foot} aria-label={`Menu of ${name}`}>
          <IconUserCircle size={18} stroke={1.6} aria-hidden />
          <span className={classes.label}>{name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} stroke={1.7} aria-hidden />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

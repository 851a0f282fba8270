'use client';

import { Drawer } from '@mantine/core';
import { useOpened } from '@/components/action/use-opened';
import { Brand } from './brand';
import { NavLinks } from './nav-links';
import classes from './shell.module.css';
import { UserMenu, type WayOut } from './user-menu';

interface PhoneDrawerProps extends WayOut {
  opened: boolean;
  onClose: () => void;
}

/** The navigation on a phone, over the page. */
export default function PhoneDrawer({ opened, onClose, ...wayOut }: PhoneDrawerProps) {
  return (
    <Drawer
      opened={useOpened(opened)}
      onClose={onClose}
      size={260}
      padding="sm"
      title={<Brand />}
      closeButtonProps={{ 'aria-label': 'Close the navigation' }}
    >
      <nav className={classes.drawer} aria-label="Main">
        <NavLinks onFollow={onClose} />
        <UserMenu {...wayOut} />
      </nav>
    </Drawer>
  );
}

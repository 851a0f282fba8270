'use client';

import { Burger } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { BellLink } from '@/components/notification/bell';
import { PaletteButton } from '@/components/palette/palette-button';
import { Brand } from './brand';
import { LiveState } from './live-state';
import classes from './shell.module.css';
import type { WayOut } from './user-menu';

const PhoneDrawer = dynamic(() => import('./phone-drawer'), { ssr: false });

/** The top of the console on a phone: the navigation behind a burger, its code fetched when it is first opened. */
export function PhoneBar(wayOut: WayOut) {
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState(false);
  const toggle = () => {
    setWanted(true);
    setOpened(!opened);
  };
  return (
    <header className={classes.bar}>
      <Burger
        opened={opened}
        onClick={toggle}
        size={18}
        lineSize={2}
        aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
      />
      <Brand />
      <LiveState />
      <PaletteButton />
      <BellLink />
      {wanted ? <PhoneDrawer opened={opened} onClose={() => setOpened(false)} {...wayOut} /> : null}
    </header>
  );
}

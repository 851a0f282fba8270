'use client';

import { ActionIcon } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { PaletteButton } from '@/components/palette/palette-button';
import { forgetChoices } from '@/components/palette/recent-choices';
import { goAway } from '@/lib/web/sign-in-again';
import { Brand } from './brand';
import { LiveState } from './live-state';
import { navCookie } from './nav-cookie';
import { NavLinks } from './nav-links';
import { OutageBanner } from './outage-banner';
import { PhoneBar } from './phone-bar';
import { ReadOnlyNote } from './read-only-note';
import classes from './shell.module.css';
import { ShellShortcuts } from './shell-shortcuts';
import { UserMenu } from './user-menu';

interface ConsoleShellProps {
  initiallyCollapsed: boolean;
  signOut: () => Promise<unknown>;
  /** Beside the state of the page: the bell and its panel. */
  bell: ReactNode;
  children: ReactNode;
}

/** The frame of every page: navigation left (or behind a burger), the page itself right. */
export function ConsoleShell({ initiallyCollapsed, signOut, bell, children }: ConsoleShellProps) {
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const toggle = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = navCookie(!collapsed);
    setCollapsed(!collapsed);
  };
  // What is not shown asks nothing any more, so no read is refused for want of the session that is just ending.
  const [leaving, setLeaving] = useState(false);
  const onSignOut = () => {
    forgetChoices();
    setLeaving(true);
    void goAway(signOut).catch(() => setLeaving(false));
  };
  if (leaving) return null;
  return (
    <div className={classes.shell} data-collapsed={collapsed || undefined}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <ShellShortcuts />
      <PhoneBar signOut={signOut} onSignOut={onSignOut} />
      <nav className={classes.side} aria-label="Main">
        <div className={classes.brandRow}>
          {collapsed ? null : <Brand />}
          <ActionIcon
            onClick={toggle}
            aria-expanded={!collapsed}
            aria-label={collapsed ? 'Widen the navigation' : 'Narrow the navigation to icons'}
          >
            {collapsed ? (
              <IconLayoutSidebarLeftExpand size={18} stroke={1.6} aria-hidden />
            ) : (
              <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} aria-hidden />
            )}
          </ActionIcon>
        </div>
        <PaletteButton />
        <NavLinks collapsed={collapsed} />
        <div className={classes.bottom}>
          <LiveState />
          {bell}
          <UserMenu signOut={signOut} onSignOut={onSignOut} />
        </div>
      </nav>
      <main id="content" className={classes.main} tabIndex={-1}>
        <ReadOnlyNote />
        {children}
      </main>
      <OutageBanner />
    </div>
  );
}

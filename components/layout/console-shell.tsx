'use client';

import { ActionIcon } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Brand } from './brand';
import { LiveState } from './live-state';
import { navCookie } from './nav-cookie';
import { NavLinks } from './nav-links';
import { PhoneBar } from './phone-bar';
import classes from './shell.module.css';
import { ShellShortcuts } from './shell-shortcuts';
import { UserMenu } from './user-menu';

interface ConsoleShellProps {
  initiallyCollapsed: boolean;
  signOut: () => Promise<unknown>;
  children: ReactNode;
}

/** The frame of every page: navigation left (or behind a burger), the page itself right. */
export function ConsoleShell({ initiallyCollapsed, signOut, children }: ConsoleShellProps) {
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const toggle = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = navCookie(!collapsed);
    setCollapsed(!collapsed);
  };
  // A whole new page, so that nothing of what this user saw stays in memory.
  const onSignOut = () => void signOut().then(() => window.location.assign('/login'));
  return (
    <div className={classes.shell} data-collapsed={collapsed || undefined}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <ShellShortcuts />
      <PhoneBar onSignOut={onSignOut} />
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
        <NavLinks collapsed={collapsed} />
        <div className={classes.bottom}>
          <LiveState />
          <UserMenu onSignOut={onSignOut} />
        </div>
      </nav>
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useActor } from '@/components/layout/actor-context';
import classes from './settings.module.css';
import { settingsPages } from './settings-pages';

/** The pages of the settings that one may open: a column, on a phone tabs. */
export function SettingsNav() {
  const pathname = usePathname();
  const { permissions } = useActor();
  return (
    <nav className={classes.nav} aria-label="Settings">
      {settingsPages
        .filter(({ permission }) => permissions.includes(permission))
        .map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            className={classes.link}
            aria-current={pathname === href ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
    </nav>
  );
}

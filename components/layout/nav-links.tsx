'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { KeyHint } from '@/components/keyboard/key-hint';
import { isActive } from './nav-items';
import classes from './shell.module.css';
import { useNavItems } from './use-nav-items';

/** The navigation's links; as icons alone when `collapsed`. */
export function NavLinks({ collapsed = false, onFollow }: { collapsed?: boolean; onFollow?: () => void }) {
  const pathname = usePathname();
  return (
    <ul className={classes.links}>
      {useNavItems().map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            className={classes.link}
            aria-current={isActive(item, pathname) ? 'page' : undefined}
            aria-label={item.label}
            title={collapsed ? item.label : undefined}
            onClick={onFollow}
          >
            <item.icon size={18} stroke={1.6} aria-hidden />
            <span className={classes.label}>{item.label}</span>
            {item.keys ? <KeyHint keys={item.keys} quiet /> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

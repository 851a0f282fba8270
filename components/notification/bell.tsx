'use client';

import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { Ref } from 'react';
import { unreadOptions } from '@/lib/notifications/query-options';
import { MOST_UNREAD_COUNTED } from '@/lib/notifications/unread';
import classes from './notification.module.css';

interface BellProps {
  ref?: Ref<HTMLButtonElement>;
  opened: boolean;
  onPress: () => void;
}

/** Opens the panel of notifications; says how many are unread. */
export function BellButton({ ref, opened, onPress }: BellProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={classes.bell}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={onPress}
    >
      <Inside />
    </button>
  );
}

/** The same as a link to the page, for where there is no room for a panel. */
export const BellLink = () => (
  <Link className={classes.bell} href="/notifications" prefetch={false}>
    <Inside />
  </Link>
);

function Inside() {
  const unread = useQuery(unreadOptions()).data?.unread ?? 0;
  const count = unread >= MOST_UNREAD_COUNTED ? `${MOST_UNREAD_COUNTED - 1}+` : String(unread);
  return (
    <>
      <IconBell size={18} stroke={1.6} aria-hidden />
      <span className="visually-hidden">Notifications{unread > 0 ? `, ${count} unread` : ''}</span>
      <span className={classes.bellLabel} aria-hidden>
        Notifications
      </span>
      {unread > 0 ? (
        <span className={classes.count} aria-hidden>
          {count}
        </span>
      ) : null}
    </>
  );
}

'use client';

import { Button, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from '@/components/notification/notification.module.css';
import { NotificationItem } from '@/components/notification/notification-item';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { LATEST, notificationsOptions } from '@/lib/notifications/query-options';
import { useReadMarks } from './use-read-marks';

interface NotificationPanelProps {
  opened: boolean;
  onClose: () => void;
  /** The bell, which gets the focus back. */
  children: ReactNode;
}

/** What one was told lately, beside the bell. */
export default function NotificationPanel({ opened, onClose, children }: NotificationPanelProps) {
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? undefined : onClose())}
      position="right-end"
      width={400}
      trapFocus
      returnFocus
      shadow="md"
      radius="md"
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p={0} aria-label="Notifications">
        <Latest onClose={onClose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Latest({ onClose }: { onClose: () => void }) {
  const query = useQuery(notificationsOptions(LATEST));
  const marks = useReadMarks();
  const shown = query.data?.notifications ?? [];
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2>Notifications</h2>
        {marks ? (
          <Button
            variant="subtle"
            size="compact-xs"
            loading={marks.busy}
            disabled={!query.data?.unread}
            onClick={() => marks.readAll(shown)}
          >
            Mark all as read
          </Button>
        ) : null}
      </div>
      <div className={classes.scroll}>
        <Region query={query} what="your notifications" skeleton={<SkeletonRows rows={6} />}>
          {({ notifications }) =>
            notifications.length === 0 ? (
              <EmptyFace title="Nothing yet">
                When a job of yours ends, you are told here. A runner says which ends: always, on failure, or
                never.
              </EmptyFace>
            ) : (
              <ul className={classes.list}>
                {notifications.map((each) => (
                  <NotificationItem
                    key={each.id}
                    notification={each}
                    onRead={marks?.read}
                    onFollow={onClose}
                  />
                ))}
              </ul>
            )
          }
        </Region>
      </div>
      <Link className={classes.foot} href="/notifications" onClick={onClose} prefetch={false}>
        All notifications
      </Link>
    </div>
  );
}
